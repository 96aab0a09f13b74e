using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Adjustments;

/// <summary>Creates, updates, deletes adjustments. One by quantity moves both stock books; one by value moves neither.</summary>
internal static class Adjusting
{
    public static Answer Create(ApiCall call)
    {
        var company = call.Company;
        var adjustment = new Adjustment { Id = company.Series.NextId(), Created = call.Now };
        Write(call, adjustment, isUpdate: false);
        RefuseShortage(company, [], adjustment.Lines);
        Move(company, adjustment, +1);
        company.Adjustments.Add(adjustment);
        company.Report("inventoryadjustment.created", adjustment);
        return Shown("Inventory adjustment has been added.", company, adjustment);
    }

    public static Answer Update(ApiCall call)
    {
        var company = call.Company;
        var before = AdjustmentRoutes.Find(call);
        var next = Copy.Of(before);
        Write(call, next, isUpdate: true);
        RefuseShortage(company, before.Lines, next.Lines);
        Move(company, before, -1);
        company.Adjustments.Swap(next);
        Move(company, next, +1);
        company.Report("inventoryadjustment.edited", next);
        return Shown("Inventory adjustment has been updated.", company, next);
    }

    public static Answer Delete(ApiCall call)
    {
        var (company, adjustment) = (call.Company, AdjustmentRoutes.Find(call));
        RefuseShortage(company, adjustment.Lines, []);
        Move(company, adjustment, -1);
        company.Adjustments.Remove(adjustment);
        company.Report("inventoryadjustment.deleted", adjustment);
        return Answer.Done("The inventory adjustment has been deleted.");
    }

    private static Answer Shown(string message, Company company, Adjustment adjustment) =>
        new(message, "inventory_adjustment", AdjustmentView.Full(company, adjustment));

    private static void Write(ApiCall call, Adjustment adjustment, bool isUpdate)
    {
        var (company, body) = (call.Company, call.Body);
        adjustment.Type = body.Text("adjustment_type") ?? adjustment.Type;
        adjustment.LocationId = company.PlaceId(body) ?? adjustment.LocationId;
        if (!isUpdate || body.Has("line_items")) adjustment.Lines = Lines(company, body, adjustment);
        adjustment.Custom.Apply(company, "inventoryadjustment", body.Children("custom_fields"), isUpdate,
            company.Adjustments.Rows.Where(other => other.Id != adjustment.Id).Select(other => other.Custom));
        adjustment.Date = body.Date("date") ?? adjustment.Date;
        adjustment.Reason = body.Text("reason") ?? adjustment.Reason;
        adjustment.Description = body.Text("description") ?? adjustment.Description;
        adjustment.ReferenceNumber = body.Text("reference_number") ?? adjustment.ReferenceNumber;
        adjustment.Modified = call.Now;
    }

    private static List<AdjustmentLine> Lines(Company company, Body body, Adjustment adjustment)
    {
        var lines = body.Children("line_items").Select(given => Line(company, given, adjustment)).ToList();
        if (lines.Count == 0) throw Refusal.Required("line_items");
        return company.Settings.MaxLines > 0 && lines.Count > company.Settings.MaxLines
            ? throw new Refusal(15, $"A transaction cannot have more than {company.Settings.MaxLines} line items.") : lines;
    }

    private static AdjustmentLine Line(Company company, Body given, Adjustment adjustment)
    {
        var item = company.Items.Find(given.Needed("item_id")) ?? throw Refusal.Missing("Item");
        if (!item.IsTracked) throw Refusal.State($"The stock of item {item.Sku} is not tracked.");
        var isByQuantity = adjustment.Type == "quantity";
        var quantity = isByQuantity ? given.Number("quantity_adjusted") ?? throw Refusal.Required("quantity_adjusted") : 0;
        var value = isByQuantity ? quantity * item.PurchaseRate
            : given.Number("value_adjusted") ?? given.Number("item_total") ?? throw Refusal.Required("value_adjusted");
        if (isByQuantity ? quantity == 0 : value == 0) throw Refusal.Value(isByQuantity ? "quantity_adjusted" : "value_adjusted");
        return new(given.Text("line_item_id") ?? company.Series.NextId(), item.Id, item.Name, given.Text("description") ?? "",
            given.Text("unit") ?? item.Unit, quantity, Amounts.Round(value, company.BaseCurrency.Precision),
            company.Account(given.Text("adjustment_account_id") ?? Defaults.CostOfGoods).Id,
            company.PlaceId(given) ?? adjustment.LocationId ?? company.PrimaryLocation.Id);
    }

    private static void RefuseShortage(Company company, List<AdjustmentLine> before, List<AdjustmentLine> next)
    {
        if (!company.Settings.RefuseNegativeStock) return;
        var changes = before.Select(line => (Line: line, -line.Quantity))
            .Concat(next.Select(line => (Line: line, line.Quantity)));
        foreach (var group in changes.GroupBy(change => (change.Line.ItemId, change.Line.LocationId)))
            if (company.Items.Find(group.Key.ItemId)!.At(group.Key.LocationId).Physical + group.Sum(change => change.Item2) < 0)
                throw Refusal.State($"The item {group.First().Line.Name} does not have enough stock.");
    }

    private static void Move(Company company, Adjustment adjustment, int sign)
    {
        foreach (var line in adjustment.Lines)
        {
            if (company.Items.Find(line.ItemId) is not { } item) continue;
            var stock = item.At(line.LocationId);
            stock.Physical += sign * line.Quantity;
            stock.Accounting += sign * line.Quantity;
            item.Modified = company.Now;
        }
    }
}

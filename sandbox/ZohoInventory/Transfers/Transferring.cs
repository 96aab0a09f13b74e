using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Transfers;

/// <summary>Creates, updates, sends, receives and deletes transfer orders. Both stock books move with the goods.</summary>
internal static class Transferring
{
    public static Answer Create(ApiCall call)
    {
        var company = call.Company;
        var order = new TransferOrder { Id = company.Series.NextId(), Created = call.Now };
        Write(call, order, isUpdate: false);
        var status = company.Settings.Approvals ? "draft" : order.IsInTransit ? "in_transit" : "transferred";
        RefuseShortage(company, order);
        order.Number = DocumentNumbers.Choose(call, "transfer_order_number", "TO", "Transfer Order",
            number => company.TransferOrders.By("transfer_order_number", number).Count > 0);
        company.TransferOrders.Add(order);
        Advance(company, order, status);
        company.Report("transferorder.created", order);
        return new Answer("Transfer order has been created.", "transfer_order", TransferView.Full(company, order));
    }

    public static Answer Update(ApiCall call)
    {
        var (company, before) = (call.Company, TransferRoutes.Find(call));
        var order = Copy.Of(before);
        Write(call, order, isUpdate: true);
        order.Number = DocumentNumbers.Changed(call.Body, "transfer_order_number", before.Number, "Transfer Order",
            number => company.TransferOrders.By("transfer_order_number", number).Count > 0);
        Advance(company, before, "draft");
        company.TransferOrders.Swap(order);
        var status = order.Status;
        order.Status = "draft";
        Advance(company, order, status);
        company.Report("transferorder.edited", order);
        return new Answer("Transfer order has been updated.", "transfer_order", TransferView.Full(company, order));
    }

    public static Answer Mark(ApiCall call, string status, string message)
    {
        var order = TransferRoutes.Find(call);
        if (order.Status == "transferred" && status == "in_transit")
            throw Refusal.State("The transfer order has been transferred already.");
        if (order.Status == status) return Answer.Done(message);
        Advance(call.Company, order, status);
        call.Company.Report("transferorder." + status, order);
        return Answer.Done(message);
    }

    public static Answer Delete(ApiCall call)
    {
        Remove(call.Company, TransferRoutes.Find(call));
        return Answer.Done("The transfer order has been deleted.");
    }

    public static Answer DeleteSeveral(ApiCall call)
    {
        var orders = call.Several("transfer_order_ids").Select(id =>
            call.Company.TransferOrders.Find(id) ?? throw Refusal.Missing("Transfer Order")).ToList();
        foreach (var order in orders) Remove(call.Company, order);
        return Answer.Done("The transfer orders have been deleted.");
    }

    private static void Remove(Company company, TransferOrder order)
    {
        Advance(company, order, "draft");
        company.TransferOrders.Remove(order);
        company.Report("transferorder.deleted", order);
    }

    /// <summary>Goods have left in every state but draft, and arrived in transferred alone.</summary>
    private static void Advance(Company company, TransferOrder order, string status)
    {
        var left = (status == "draft" ? 0 : 1) - (order.Status == "draft" ? 0 : 1);
        var arrived = (status == "transferred" ? 1 : 0) - (order.Status == "transferred" ? 1 : 0);
        foreach (var line in order.Lines)
        {
            Move(company, line.ItemId, order.FromId, -left * line.Quantity);
            Move(company, line.ItemId, order.ToId, arrived * line.Quantity);
        }
        (order.Status, order.Modified) = (status, company.Now);
    }

    private static void Move(Company company, string itemId, string place, decimal quantity)
    {
        if (company.Items.Find(itemId) is not { } item) return;
        var stock = item.At(place);
        stock.Physical += quantity;
        stock.Accounting += quantity;
    }

    private static void RefuseShortage(Company company, TransferOrder order)
    {
        if (!company.Settings.RefuseNegativeStock) return;
        foreach (var group in order.Lines.GroupBy(line => line.ItemId))
            if (company.Items.Find(group.Key)!.At(order.FromId).Physical < group.Sum(line => line.Quantity))
                throw Refusal.State($"The item {group.First().Name} does not have enough stock.");
    }

    private static void Write(ApiCall call, TransferOrder order, bool isUpdate)
    {
        var (company, body) = (call.Company, call.Body);
        var from = company.PlaceId(body, "from_") ?? (isUpdate ? order.FromId : throw Refusal.Required("from_location_id"));
        var to = company.PlaceId(body, "to_") ?? (isUpdate ? order.ToId : throw Refusal.Required("to_location_id"));
        if (from == to) throw Refusal.Value("to_location_id");
        if (!isUpdate || body.Has("line_items")) order.Lines = Lines(company, body);
        order.Custom.Apply(company, "transferorder", body.Children("custom_fields"), isUpdate,
            company.TransferOrders.Rows.Where(other => other.Id != order.Id).Select(other => other.Custom));
        (order.FromId, order.ToId) = (from, to);
        order.Date = body.Date("date") ?? order.Date;
        order.Description = body.Text("description") ?? order.Description;
        order.IsInTransit = body.Flag("is_intransit_order") ?? order.IsInTransit;
        order.Modified = call.Now;
    }

    private static List<TransferLine> Lines(Company company, Body body)
    {
        var lines = new List<TransferLine>();
        foreach (var given in body.Children("line_items"))
        {
            var item = company.Items.Find(given.Needed("item_id")) ?? throw Refusal.Missing("Item");
            var quantity = given.Number("quantity_transfer") ?? throw Refusal.Required("quantity_transfer");
            if (quantity <= 0 || !item.IsTracked) throw Refusal.Value("quantity_transfer");
            lines.Add(new(given.Text("line_item_id") ?? company.Series.NextId(), item.Id, given.Text("name") ?? item.Name,
                given.Text("description") ?? "", given.Text("unit") ?? item.Unit, quantity));
        }
        return lines.Count > 0 ? lines : throw Refusal.Required("line_items");
    }
}

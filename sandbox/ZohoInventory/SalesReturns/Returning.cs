using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;

namespace Isthmus.Sandbox.ZohoInventory.SalesReturns;

/// <summary>Creates, updates, approves and deletes sales returns. Not more than was shipped and not yet returned.</summary>
internal static class Returning
{
    public static Answer Create(ApiCall call)
    {
        var order = call.Company.SalesOrders.Find(call.Needed("salesorder_id")) ?? throw Refusal.Missing("Sales Order");
        var back = Take(call.Company, order, call.Body, call.Now);
        return Answer.Created("Sales Return has been created.", "salesreturn", ReturnView.Full(call.Company, back));
    }

    public static SalesReturn Take(Company company, SalesOrder order, Body body, DateTimeOffset now)
    {
        var lines = Lines(company, order, body, company.PlaceId(body));
        var custom = new CustomValues();
        Custom(company, custom, body, isUpdate: false, except: null);
        var back = new SalesReturn
        {
            Id = company.Series.NextId(),
            Number = DocumentNumbers.Given(company, body, "salesreturn_number", "RMA", "Sales Return",
                number => IsTaken(company, number)),
            SalesOrderId = order.Id,
            Status = company.Settings.ReturnApprovals ? "pending_approval" : "approved",
            LocationId = company.PlaceId(body),
            Lines = lines,
            Custom = custom,
            Created = now,
        };
        Write(back, body, now);
        Count(order, back, +1, now);
        company.SalesReturns.Add(back);
        company.Report("salesreturn.created", back);
        if (back.Status == "approved") company.Report("salesreturn.approved", back);
        return back;
    }

    public static Answer Update(ApiCall call)
    {
        var (company, body, back) = (call.Company, call.Body, ReturnRoutes.Find(call));
        if (body.Has("line_items")) Rewrite(call, back);
        Custom(company, back.Custom, body, isUpdate: true, back);
        company.SalesReturns.Change(back, () => back.Number = DocumentNumbers.Changed(body, "salesreturn_number", back.Number,
            "Sales Return", number => IsTaken(company, number)));
        Write(back, body, call.Now);
        company.Report("salesreturn.edited", back);
        return new Answer("Sales Return has been updated.", "salesreturn", ReturnView.Full(company, back));
    }

    public static Answer Delete(ApiCall call)
    {
        var (company, back) = (call.Company, ReturnRoutes.Find(call));
        RefuseUsed(back, "deleted");
        if (back.Status != "declined") Count(company.SalesOrders.Find(back.SalesOrderId)!, back, -1, call.Now);
        company.SalesReturns.Remove(back);
        company.Report("salesreturn.deleted", back);
        return Answer.Done("Sales Return has been deleted.");
    }

    /// <summary>What a person decides in the product; a declined return gives its units free again.</summary>
    public static void Decide(Company company, SalesReturn back, bool approve, DateTimeOffset now)
    {
        if (back.Status != "pending_approval") throw Refusal.State($"Sales return {back.Number} is {back.Status}.");
        (back.Status, back.Modified) = (approve ? "approved" : "declined", now);
        if (!approve) Count(company.SalesOrders.Find(back.SalesOrderId)!, back, -1, now);
        company.Report("salesreturn." + back.Status, back);
    }

    private static bool IsTaken(Company company, string number) =>
        company.SalesReturns.By("salesreturn_number", number).Count > 0;

    private static void RefuseUsed(SalesReturn back, string what)
    {
        if (back.Lines.Exists(line => line.Received + line.Credited + line.CreditedOnly > 0))
            throw Refusal.State($"Sales returns with receives or credit notes cannot be {what}.");
    }

    private static void Rewrite(ApiCall call, SalesReturn back)
    {
        RefuseUsed(back, "edited");
        if (back.Status == "declined") throw Refusal.State("A declined sales return cannot be edited.");
        var order = call.Company.SalesOrders.Find(back.SalesOrderId)!;
        Count(order, back, -1, call.Now);
        try
        {
            var lines = Lines(call.Company, order, call.Body, back.LocationId);
            call.Company.SalesReturns.Change(back, () => back.Lines = lines);
        }
        finally { Count(order, back, +1, call.Now); }
    }

    private static List<ReturnLine> Lines(Company company, SalesOrder order, Body body, string? place)
    {
        var ordered = order.Lines.ToDictionary(line => line.Id);
        var planned = new Dictionary<string, decimal>();
        var lines = new List<ReturnLine>();
        foreach (var given in body.Children("line_items"))
        {
            var line = ordered.GetValueOrDefault(given.Needed("salesorder_item_id")) ?? throw Refusal.Value("salesorder_item_id");
            var (quantity, credited) = (given.Number("quantity") ?? 0, given.Number("non_receive_quantity") ?? 0);
            if (quantity < 0 || credited < 0 || quantity + credited == 0) throw Refusal.Value("quantity");
            planned[line.Id] = planned.GetValueOrDefault(line.Id) + quantity + credited;
            if (line.Returned + planned[line.Id] > line.Shipped)
                throw Refusal.State("The quantity returned cannot be more than the quantity shipped.");
            lines.Add(new ReturnLine
            {
                Id = company.Series.NextId(),
                OrderLineId = line.Id,
                ItemId = line.ItemId,
                Name = line.Name,
                Description = line.Description,
                Sku = line.Sku,
                Unit = line.Unit,
                Rate = line.Rate,
                Quantity = quantity,
                NonReceive = credited,
                LocationId = company.PlaceId(given) ?? place ?? line.LocationId ?? order.LocationId ?? company.PrimaryLocation.Id,
            });
        }
        return lines.Count > 0 ? lines : throw Refusal.Required("line_items");
    }

    private static void Count(SalesOrder order, SalesReturn back, int sign, DateTimeOffset now)
    {
        var lines = order.Lines.ToDictionary(line => line.Id);
        foreach (var line in back.Lines) lines[line.OrderLineId].Returned += sign * line.Total;
        order.Modified = now;
    }

    private static void Custom(Company company, CustomValues custom, Body body, bool isUpdate, SalesReturn? except) =>
        custom.Apply(company, "salesreturn", body.Children("custom_fields"), isUpdate,
            company.SalesReturns.Rows.Where(other => other != except).Select(other => other.Custom));

    private static void Write(SalesReturn back, Body body, DateTimeOffset now)
    {
        back.Date = body.Date("date") ?? (back.Date == default ? CompanyClock.Date(now) : back.Date);
        back.Reason = body.Text("reason") ?? back.Reason;
        back.Modified = now;
    }
}

using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;

namespace Isthmus.Sandbox.ZohoInventory.Purchasing;

/// <summary>Receives purchased goods, changes and undoes it. Not more than was ordered.</summary>
internal static class TakingIn
{
    public static Answer Create(ApiCall call)
    {
        var order = call.Company.PurchaseOrders.Find(call.Needed("purchaseorder_id")) ?? throw Refusal.Missing("Purchase Order");
        var receive = Take(call.Company, order, call.Body, call.Now);
        return Answer.Created("Purchase receive has been created.", "purchasereceive",
            PurchaseView.Receive(call.Company, receive));
    }

    public static PurchaseReceive Take(Company company, PurchaseOrder order, Body body, DateTimeOffset now)
    {
        if (order.Status != "issued")
            throw Refusal.State($"Purchase order {order.Number} is {order.Status} and cannot be received.");
        var receive = new PurchaseReceive
        {
            Id = company.Series.NextId(),
            Number = "",
            PurchaseOrderId = order.Id,
            Date = CompanyClock.Date(now),
            Lines = Lines(company, order, body),
            Created = now,
        };
        Write(company, receive, body, now, isUpdate: false);
        receive.Number = DocumentNumbers.Given(company, body, "receive_number", "PR", "Receive",
            number => IsTaken(company, number));
        Move(company, order, receive, +1);
        company.PurchaseReceives.Add(receive);
        company.Report("purchasereceive.created", receive);
        if (order.IsReceived) company.Report("purchaseorder.received", order);
        return receive;
    }

    public static Answer Update(ApiCall call)
    {
        var (company, receive) = (call.Company, PurchaseRoutes.FindReceive(call));
        var order = company.PurchaseOrders.Find(receive.PurchaseOrderId)!;
        if (call.Body.Has("line_items"))
        {
            Move(company, order, receive, -1);
            try { receive.Lines = Lines(company, order, call.Body); }
            finally { Move(company, order, receive, +1); }
        }
        Write(company, receive, call.Body, call.Now, isUpdate: true);
        company.PurchaseReceives.Change(receive, () => receive.Number = DocumentNumbers.Changed(call.Body, "receive_number",
            receive.Number, "Receive", number => IsTaken(company, number)));
        company.Report("purchasereceive.edited", receive);
        return new Answer("Purchase receive has been updated.", "purchasereceive", PurchaseView.Receive(company, receive));
    }

    public static Answer Delete(ApiCall call)
    {
        var (company, receive) = (call.Company, PurchaseRoutes.FindReceive(call));
        Move(company, company.PurchaseOrders.Find(receive.PurchaseOrderId)!, receive, -1);
        receive.Modified = call.Now;
        company.PurchaseReceives.Remove(receive);
        company.Report("purchasereceive.deleted", receive);
        return Answer.Done("The purchase receive has been deleted.");
    }

    private static bool IsTaken(Company company, string number) =>
        company.PurchaseReceives.By("receive_number", number).Count > 0;

    private static List<PurchaseReceiveLine> Lines(Company company, PurchaseOrder order, Body body)
    {
        var planned = new Dictionary<string, decimal>();
        var lines = new List<PurchaseReceiveLine>();
        foreach (var given in body.Children("line_items"))
        {
            var id = given.Needed("line_item_id");
            var line = order.Lines.Find(own => own.Id == id) ?? throw Refusal.Value("line_item_id");
            var quantity = given.Number("quantity") ?? line.Quantity - line.Received;
            if (quantity <= 0 || !line.IsGoods) throw Refusal.Value("quantity");
            planned[id] = planned.GetValueOrDefault(id) + quantity;
            if (line.Received + planned[id] > line.Quantity)
                throw Refusal.State("The quantity received cannot be more than the quantity ordered.");
            lines.Add(new(company.Series.NextId(), id, quantity));
        }
        return lines.Count > 0 ? lines : throw Refusal.Required("line_items");
    }

    private static void Move(Company company, PurchaseOrder order, PurchaseReceive receive, int sign)
    {
        foreach (var received in receive.Lines)
        {
            var line = order.Lines.First(own => own.Id == received.OrderLineId);
            line.Received += sign * received.Quantity;
            if (Commitment.StockOf(company, order, line) is { } stock) stock.Physical += sign * received.Quantity;
        }
        order.Modified = company.Now;
    }

    private static void Write(Company company, PurchaseReceive receive, Body body, DateTimeOffset now, bool isUpdate)
    {
        receive.Custom.Apply(company, "purchasereceive", body.Children("custom_fields"), isUpdate,
            company.PurchaseReceives.Rows.Where(other => other != receive).Select(other => other.Custom));
        receive.Date = body.Date("date") ?? receive.Date;
        receive.Notes = body.Text("notes") ?? receive.Notes;
        receive.Modified = now;
    }
}

using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.SalesReturns;

/// <summary>Takes returned goods in, and undoes it. Not more than the return says will come back.</summary>
internal static class Receiving
{
    public static Answer Create(ApiCall call)
    {
        var back = call.Company.SalesReturns.Find(call.Needed("salesreturn_id")) ?? throw Refusal.Missing("Sales Return");
        var receive = Receive(call.Company, back, call.Body, call.Now);
        return Answer.Created("Sales Return Receive has been created.", "salesreturnreceive",
            ReturnView.Receive(call.Company, receive));
    }

    public static ReturnReceive Receive(Company company, SalesReturn back, Body body, DateTimeOffset now)
    {
        if (back.Status != "approved")
            throw Refusal.State($"Sales return {back.Number} is {back.Status} and cannot be received.");
        var lines = Lines(company, back, body);
        var receive = new ReturnReceive
        {
            Id = company.Series.NextId(),
            Number = company.Series.NextNumber("SRR", _ => false),
            ReturnId = back.Id,
            Date = body.Date("date") ?? CompanyClock.Date(now),
            Notes = body.Text("notes") ?? "",
            Lines = lines,
            Created = now,
            Modified = now,
        };
        Move(company, back, receive, +1);
        company.ReturnReceives.Add(receive);
        company.Report("salesreturnreceive.created", receive);
        if (back.ReceiveStatus == "received") company.Report("salesreturn.received", back);
        return receive;
    }

    public static Answer Delete(ApiCall call)
    {
        var (company, receive) = (call.Company, ReturnRoutes.FindReceive(call));
        Move(company, company.SalesReturns.Find(receive.ReturnId)!, receive, -1);
        company.ReturnReceives.Remove(receive);
        company.Report("salesreturnreceive.deleted", receive);
        return Answer.Done("Sales Return Receive has been deleted.");
    }

    private static List<ReceivedLine> Lines(Company company, SalesReturn back, Body body)
    {
        var planned = new Dictionary<string, decimal>();
        var lines = new List<ReceivedLine>();
        foreach (var given in body.Children("line_items"))
        {
            var id = given.Needed("line_item_id");
            var line = back.Lines.Find(own => own.Id == id) ?? throw Refusal.Value("line_item_id");
            if (company.PlaceId(given) is { } place && place != line.LocationId) throw Refusal.Value("location_id");
            var quantity = given.Number("quantity") ?? line.Quantity - line.Received;
            if (quantity <= 0) throw Refusal.Value("quantity");
            planned[id] = planned.GetValueOrDefault(id) + quantity;
            if (line.Received + planned[id] > line.Quantity)
                throw Refusal.State("The quantity received cannot be more than the quantity returned.");
            lines.Add(new(company.Series.NextId(), id, quantity));
        }
        return lines.Count > 0 ? lines : throw Refusal.Required("line_items");
    }

    private static void Move(Company company, SalesReturn back, ReturnReceive receive, int sign)
    {
        foreach (var received in receive.Lines)
        {
            var line = back.Lines.First(own => own.Id == received.ReturnLineId);
            line.Received += sign * received.Quantity;
            if (company.Items.Find(line.ItemId) is { IsTracked: true } item)
                item.At(line.LocationId).Physical += sign * received.Quantity;
        }
        back.Modified = company.Now;
    }
}

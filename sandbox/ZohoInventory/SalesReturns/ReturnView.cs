using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.CreditNotes;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.SalesReturns;

internal static class ReturnView
{
    public static JsonObject Row(Company company, SalesReturn back)
    {
        var order = company.SalesOrders.Find(back.SalesOrderId)!;
        var view = back.ToSummary();
        var refunded = Notes(company, back).Sum(note => note.Refunded + note.AppliedTotal);
        view["salesorder_id"] = order.Id;
        view["salesorder_number"] = order.Number;
        view["customer_id"] = order.CustomerId;
        view["customer_name"] = order.CustomerName;
        view["refund_status"] = RefundStatus(company, back, refunded);
        view["refunded_amount"] = refunded;
        view["created_time"] = CompanyClock.Stamp(back.Created);
        view["last_modified_time"] = CompanyClock.Stamp(back.Modified);
        view["custom_fields"] = back.Custom.ToArray(company, "salesreturn");
        view["custom_field_hash"] = back.Custom.ToHash(company, "salesreturn");
        return view;
    }

    public static JsonObject Full(Company company, SalesReturn back)
    {
        var view = Row(company, back);
        view["reason"] = back.Reason;
        company.AddPlace(view, back.LocationId ?? company.PrimaryLocation.Id);
        view["line_items"] = new JsonArray([.. back.Lines.Select(line => (JsonNode)Line(company, line))]);
        view["salesreturnreceives"] = new JsonArray([.. company.ReturnReceives.By("salesreturn_id", back.Id)
            .Select(receive => (JsonNode)Receive(company, receive))]);
        view["creditnotes"] = new JsonArray([.. Notes(company, back).Select(note => (JsonNode)note.ToSummary())]);
        view["comments"] = new JsonArray();
        return view;
    }

    public static JsonObject Receive(Company company, ReturnReceive receive)
    {
        var back = company.SalesReturns.Find(receive.ReturnId)!;
        return new JsonObject
        {
            ["receive_id"] = receive.Id,
            ["receive_number"] = receive.Number,
            ["salesreturn_id"] = back.Id,
            ["salesreturn_number"] = back.Number,
            ["date"] = CompanyClock.Show(receive.Date),
            ["notes"] = receive.Notes,
            ["line_items"] = new JsonArray([.. from received in receive.Lines
                                               let line = back.Lines.First(own => own.Id == received.ReturnLineId)
                                               select new JsonObject
                                               {
                                                   ["line_item_id"] = received.Id,
                                                   ["salesreturn_item_id"] = line.Id,
                                                   ["item_id"] = line.ItemId ?? "",
                                                   ["name"] = line.Name,
                                                   ["description"] = line.Description,
                                                   ["unit"] = line.Unit,
                                                   ["quantity"] = received.Quantity,
                                               }]),
        };
    }

    private static JsonObject Line(Company company, ReturnLine line)
    {
        var view = new JsonObject
        {
            ["line_item_id"] = line.Id,
            ["salesorder_item_id"] = line.OrderLineId,
            ["item_id"] = line.ItemId ?? "",
            ["sku"] = line.Sku,
            ["name"] = line.Name,
            ["description"] = line.Description,
            ["unit"] = line.Unit,
            ["rate"] = line.Rate,
            ["quantity"] = line.Quantity,
            ["non_receive_quantity"] = line.NonReceive,
            ["quantity_received"] = line.Received,
            ["is_combo_product"] = false,
        };
        company.AddPlace(view, line.LocationId);
        return view;
    }

    private static IEnumerable<CreditNote> Notes(Company company, SalesReturn back) => back.Lines
        .SelectMany(line => company.CreditNotes.By("salesreturn_item_id", line.Id))
        .Where(note => note.Status != "void").Distinct();

    private static string RefundStatus(Company company, SalesReturn back, decimal refunded) =>
        refunded == 0 ? "not_refunded"
        : back.Lines.TrueForAll(line => line.Credited + line.CreditedOnly >= line.Total)
            && Notes(company, back).All(note => note.Balance == 0) ? "refunded" : "partially_refunded";
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.CreditNotes;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.SalesReturns;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>What the people at the returns desk do in the product, in one call each.</summary>
internal static class ReturnsDesk
{
    /// <summary>
    /// Opens a return. Body, all optional: {lines: [{line_item_id, quantity, non_receive_quantity}], reason}. Without lines it
    /// is everything that was shipped and is not on a return yet.
    /// </summary>
    public static JsonObject Open(Company company, string orderId, JsonObject body, DateTimeOffset now)
    {
        body.AllowOnly("lines", "reason");
        var order = Fulfilment.Find(company, orderId);
        var lines = body["lines"] is JsonArray given
            ? given.Select(line => Line(line!["line_item_id"]!, line["quantity"], line["non_receive_quantity"]))
            : order.Lines.Where(line => line.Shipped > line.Returned)
                .Select(line => Line(line.Id, line.Shipped - line.Returned, null));
        var back = Returning.Take(company, order, Of(new JsonObject
        {
            ["line_items"] = new JsonArray([.. lines]),
            ["reason"] = body.Get<string>("reason") ?? "Customer returned the goods",
        }), now);
        return Show(company, back);
    }

    public static JsonObject Decide(Company company, string id, bool approve, DateTimeOffset now)
    {
        var back = Find(company, id);
        Returning.Decide(company, back, approve, now);
        return Show(company, back);
    }

    /// <summary>Takes in what is still to come, or the given lines: {lines: [{line_item_id, quantity}]}.</summary>
    public static JsonObject Receive(Company company, string id, JsonObject body, DateTimeOffset now)
    {
        body.AllowOnly("lines");
        var back = Find(company, id);
        var lines = (body["lines"] as JsonArray)?.Select(line => line!.DeepClone())
            ?? back.Lines.Where(line => line.Received < line.Quantity)
                .Select(line => (JsonNode)new JsonObject { ["line_item_id"] = line.Id });
        Receiving.Receive(company, back, Of(new JsonObject { ["line_items"] = new JsonArray([.. lines]) }), now);
        return Show(company, back);
    }

    /// <summary>Ticks the box that asks for the money to go back.</summary>
    public static JsonObject MarkForRefund(Company company, string id, DateTimeOffset now)
    {
        var note = company.CreditNotes.Find(id) ?? company.CreditNotes.First("creditnote_number", id)
            ?? throw Refusal.Missing("Credit Note");
        var mark = Of(new JsonObject { ["api_name"] = Defaults.RefundMark, ["value"] = "true" });
        note.Custom.Apply(company, "creditnote", [mark], isUpdate: true, []);
        note.Modified = now;
        company.Report("creditnote.edited", note);
        return CreditNoteView.Full(company, note);
    }

    private static SalesReturn Find(Company company, string id) => company.SalesReturns.Find(id)
        ?? company.SalesReturns.First("salesreturn_number", id) ?? throw Refusal.Missing("Sales Return");

    private static JsonObject Show(Company company, SalesReturn back) => ReturnView.Full(company, back);

    private static JsonObject Line(JsonNode id, JsonNode? quantity, JsonNode? credited) => new JsonObject
    {
        ["salesorder_item_id"] = id.DeepClone(),
        ["quantity"] = quantity?.DeepClone(),
        ["non_receive_quantity"] = credited?.DeepClone(),
    };

    private static Body Of(JsonObject json) => new(JsonSerializer.SerializeToElement(json));
}

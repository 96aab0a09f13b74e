using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>Lists inside objects that are there only when expanded.</summary>
internal sealed class ExpandableLists(StripeRecords records)
{
    private const int Shown = 10;

    public JsonObject? Find(JsonObject body, string field) => (body["object"]?.GetValue<string>(), field) switch
    {
        ("checkout.session", "line_items") => Lines(body["id"]!.GetValue<string>()),
        ("charge", "refunds") => Refunds(body["id"]!.GetValue<string>()),
        ("item", "discounts" or "taxes") => null,
        _ => null
    };

    private JsonObject Lines(string session)
    {
        var lines = records.Lines.Newest("session", session).Records;
        return List($"/v1/checkout/sessions/{session}/line_items", lines.Take(Shown).Select(line => LineItem.Show(line.Body, records)),
            lines.Count > Shown);
    }

    private JsonObject Refunds(string charge)
    {
        var refunds = records.Refunds.Newest("charge", charge).Records;
        var newest = refunds.AsEnumerable().Reverse().Take(Shown).Select(refund => (JsonObject)refund.Body.DeepClone());
        return List($"/v1/charges/{charge}/refunds", newest, refunds.Count > Shown);
    }

    private static JsonObject List(string url, IEnumerable<JsonObject> data, bool more) => new()
    {
        ["object"] = "list", ["data"] = new JsonArray([.. data]), ["has_more"] = more, ["url"] = url
    };
}

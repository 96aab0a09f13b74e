using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>A session's lines; each names its price, which answers show whole.</summary>
internal sealed class SessionLines(StripeAccount account)
{
    public void Add(JsonObject session, LineDraft draft, LineTotals totals, string price, JsonNode? metadata) =>
        account.Records.Lines.Add(new JsonObject
        {
            ["id"] = account.NewId("li_1"), ["object"] = "item", ["adjustable_quantity"] = null, ["amount_discount"] = totals.Discount,
            ["amount_subtotal"] = totals.Subtotal, ["amount_tax"] = totals.Tax, ["amount_total"] = totals.Total,
            ["currency"] = session["currency"]!.DeepClone(), ["description"] = draft.Description,
            ["metadata"] = Patch.NewMetadata(metadata), ["price"] = price, ["quantity"] = draft.Quantity, ["session"] = session["id"]!.DeepClone()
        });
}

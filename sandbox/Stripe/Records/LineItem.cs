using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>A session's line as it is shown: stored lines name their price, shown ones hold it.</summary>
internal static class LineItem
{
    public static JsonObject Show(JsonObject stored, StripeRecords records)
    {
        var shown = (JsonObject)stored.DeepClone();
        shown.Remove("session");
        shown["price"] = records.Prices.Find(stored["price"]!.GetValue<string>())?.DeepClone();
        return shown;
    }
}

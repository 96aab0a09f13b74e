using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>Addresses and shipping details with every field Stripe shows.</summary>
internal static class Postal
{
    private static readonly string[] AddressFields = ["city", "country", "line1", "line2", "postal_code", "state"];

    public static JsonObject Address(JsonNode? sent)
    {
        var from = sent as JsonObject;
        return new JsonObject(AddressFields.Select(name => KeyValuePair.Create(name, from?[name]?.DeepClone())));
    }

    public static JsonObject? AddressOrNull(JsonNode? sent) => sent is JsonObject ? Address(sent) : null;

    public static JsonObject? Shipping(JsonNode? sent) => sent is not JsonObject from ? null : new JsonObject
    {
        ["address"] = Address(from["address"]), ["carrier"] = from["carrier"]?.DeepClone(), ["name"] = from["name"]?.DeepClone(),
        ["phone"] = from["phone"]?.DeepClone(), ["tracking_number"] = from["tracking_number"]?.DeepClone()
    };

    /// <summary>Customers keep shipping without carrier and tracking number.</summary>
    public static JsonObject? CustomerShipping(JsonNode? sent) => sent is not JsonObject from ? null : new JsonObject
    {
        ["address"] = Address(from["address"]), ["name"] = from["name"]?.DeepClone(), ["phone"] = from["phone"]?.DeepClone()
    };
}

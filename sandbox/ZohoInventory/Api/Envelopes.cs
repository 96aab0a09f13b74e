using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>The shapes that the vendor's OpenAPI files give, where live answers have other ones (notes, section 3).</summary>
internal static class Envelopes
{
    private static readonly Dictionary<(string Method, string Live), string> names = new()
    {
        [("POST", "salesorder")] = "sales_order",
        [("PUT", "salesorder")] = "sales_order",
        [("POST", "shipmentorder")] = "shipment_order",
        [("GET", "shipmentorder")] = "shipment_order",
        [("POST", "purchaseorder")] = "purchase_order",
        [("PUT", "purchaseorder")] = "purchase_order",
        [("GET", "purchaseorder")] = "purchase_order",
        [("POST", "purchasereceive")] = "purchase_receive",
        [("PUT", "purchasereceive")] = "purchase_receive",
        [("GET", "purchasereceive")] = "purchase_receive",
        [("POST", "salesreturnreceive")] = "salesreturn",
        [("GET", "packages")] = "packagea",
    };

    /// <summary>Puts a record into its answer; in the documented shape one package is an array.</summary>
    public static void Add(JsonObject answer, string live, JsonNode? content, string method, bool documented)
    {
        if (!documented) answer[live] = content;
        else answer[names.GetValueOrDefault((method, live), live)] = live == "package" ? new JsonArray(content) : content;
    }
}

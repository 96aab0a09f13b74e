namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>The names that the vendor's OpenAPI files give, where live answers use other ones (notes, section 3).</summary>
internal static class Envelopes
{
    private static readonly Dictionary<string, string> documented = new()
    {
        ["shipmentorder"] = "shipment_order",
        ["packages"] = "packagea",
    };

    public static string Documented(string live) => documented.GetValueOrDefault(live, live);
}

namespace Isthmus.Functions.Purchasing;

/// <summary>How purchasing's records are called in the cross-references, in dead letters and in the audit.</summary>
internal static class PurchaseTargets
{
    public const string ZohoOrder = "zoho-inventory.purchaseorder";
    public const string ZohoReceive = "zoho-inventory.purchasereceive";
    public const string ZohoVendor = "zoho-inventory.vendor";
    public const string SageOrder = "sage-100.purchaseorder";
    public const string SageReceipt = "sage-100.receipt";
    public const string SageVendor = "sage-100.vendor";

    /// <summary>What a record in Sage holds whose original is in Zoho.</summary>
    public static string ExternalId(string zohoId) => Prefix + zohoId;

    /// <summary>Zoho's id of the original, or null where the record was entered in Sage.</summary>
    public static string? ZohoIdOf(string? externalId) =>
        externalId?.StartsWith(Prefix, StringComparison.Ordinal) == true ? externalId[Prefix.Length..] : null;

    private const string Prefix = "zoho:";
}

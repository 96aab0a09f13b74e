namespace Isthmus.Connectors.ZohoInventory;

/// <summary>The modules whose records webhooks speak of, by their singular names.</summary>
internal static class ZohoModules
{
    /// <summary>
    /// A package names its sales order and that its customer, so that the id to look for first is the package's.
    /// </summary>
    public static readonly string[] MostSpecificFirst =
        ["shipmentorder", "package", "payment", "creditnote", "salesreturn", "invoice", "salesorder", "purchasereceive",
            "purchaseorder", "item", "contact"];

    /// <summary>The member that holds a record's id; receives are called shorter than their module.</summary>
    public static IEnumerable<string> IdNames(string module) =>
        module == "purchasereceive" ? ["purchasereceive_id", "receive_id"] : [module + "_id"];
}

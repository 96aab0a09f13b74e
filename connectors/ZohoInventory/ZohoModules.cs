namespace Isthmus.Connectors.ZohoInventory;

/// <summary>The modules whose records webhooks speak of, by their singular names.</summary>
internal static class ZohoModules
{
    /// <summary>
    /// A package names its sales order and that its customer, so that the id to look for first is the package's.
    /// </summary>
    public static readonly string[] MostSpecificFirst =
        ["shipmentorder", "package", "payment", "creditnote", "salesreturn", "invoice", "salesorder", "purchaseorder",
            "item", "contact"];
}

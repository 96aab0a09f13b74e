namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>What a module calls things on its lines by item.</summary>
/// <param name="Quantity">The column that multiplies.</param>
/// <param name="Price">The column that is multiplied.</param>
/// <param name="Module">As a message names the module.</param>
/// <param name="UseFlag">The item's column that allows it here; null where every item may be used.</param>
/// <param name="Signed">Whether a regular item may have a negative quantity.</param>
internal sealed record ItemLineRules(string Quantity, string Price, string Module, string? UseFlag, bool Signed = false)
{
    public static readonly ItemLineRules Order = new("QuantityOrdered", "UnitPrice", "Sales Order", "UseInSO");
    public static readonly ItemLineRules Invoice = Order with { Quantity = "QuantityShipped" };
    public static readonly ItemLineRules Return = Order with { Quantity = "QuantityReturned" };
    public static readonly ItemLineRules Purchase = new("QuantityOrdered", "UnitCost", "Purchase Order", "UseInPO");
    public static readonly ItemLineRules Stock = new("TransactionQty", "UnitCost", "Inventory Management", null);

    /// <summary>The item's column that a new line takes its price from.</summary>
    public string Standard => Price == "UnitCost" ? "StandardUnitCost" : "StandardUnitPrice";

    public string Unit => Price == "UnitCost" ? "PurchaseUnitOfMeasure" : "SalesUnitOfMeasure";
}

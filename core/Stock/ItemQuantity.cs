namespace Isthmus.Core.Stock;

/// <summary>What the books hold of an item in one warehouse.</summary>
/// <param name="Item">The item's code.</param>
/// <param name="Warehouse">The warehouse's code.</param>
/// <param name="OnHand">What lies there.</param>
/// <param name="OnSalesOrder">What of it is promised.</param>
/// <param name="OnPurchaseOrder">What is on its way there.</param>
public sealed record ItemQuantity(string Item, string Warehouse, decimal OnHand, decimal OnSalesOrder, decimal OnPurchaseOrder)
{
    /// <summary>What may be sold. It is below zero where more is promised than there is.</summary>
    public decimal Available(bool withPurchases) => OnHand - OnSalesOrder + (withPurchases ? OnPurchaseOrder : 0m);
}

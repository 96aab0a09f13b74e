using Isthmus.Core.Tables;

namespace Isthmus.Core.Stock;

/// <summary>A quantity that an order of ours takes, from when it is accepted until the books have been read with it.</summary>
/// <param name="Item">The item's code in the books.</param>
/// <param name="Order">The order's key.</param>
/// <param name="Quantity">How much.</param>
/// <param name="At">When it was accepted first.</param>
public sealed record OwnSale(string Item, string Order, decimal Quantity, DateTimeOffset At)
{
    internal string Key => $"{TableKey.Escape(Item)}|{TableKey.Escape(Order)}";
}

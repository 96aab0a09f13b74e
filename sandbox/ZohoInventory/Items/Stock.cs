namespace Isthmus.Sandbox.ZohoInventory.Items;

/// <summary>
/// The two stock books of one item at one place. The physical one moves when goods are shipped, the accounting one when an
/// invoice is sent; each has its own commitment from confirmed sales orders (notes, section 12).
/// </summary>
internal sealed class Stock
{
    /// <summary>The initial_stock that the item was given; it is in both books.</summary>
    public decimal Opening { get; set; }

    public decimal Physical { get; set; }

    public decimal Accounting { get; set; }

    public decimal ToShip { get; set; }

    public decimal ToInvoice { get; set; }

    public decimal PhysicalAvailable => Physical - ToShip;

    public decimal AccountingAvailable => Accounting - ToInvoice;

    public decimal OnHand(string mode) => mode == "physical" ? Physical : Accounting;
}

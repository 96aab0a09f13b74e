namespace Isthmus.Cli.Replay.Planning;

/// <summary>One line of the retailer's file.</summary>
/// <param name="Line">Where it stands in the file, counted from 1.</param>
/// <param name="Invoice">InvoiceNo; one that begins with C cancels a purchase.</param>
/// <param name="StockCode">The SKU, or a service code such as POST.</param>
/// <param name="Description">What people call it.</param>
/// <param name="Quantity">Units; below zero when they come back.</param>
/// <param name="Date">InvoiceDate as written.</param>
/// <param name="UnitPrice">Main units of the currency.</param>
/// <param name="Customer">CustomerID, or empty for a guest.</param>
/// <param name="Country">The country's name.</param>
internal sealed record RetailRow(
    int Line, string Invoice, string StockCode, string Description, long Quantity, string Date, decimal UnitPrice,
        string Customer, string Country)
{
    public decimal Amount => Quantity * UnitPrice;

    public bool IsCancellation => Invoice.StartsWith('C') || Invoice.StartsWith('c');

    /// <summary>Stock codes differ in letter case from line to line.</summary>
    public string Sku => StockCode.ToUpperInvariant();
}

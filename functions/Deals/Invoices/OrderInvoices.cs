using System.Globalization;

namespace Isthmus.Functions.Deals.Invoices;

/// <summary>What the books say about the invoices of an order, in main units of the order's currency.</summary>
/// <param name="Numbers">The invoices' numbers, oldest first, with commas between; null while there is none.</param>
/// <param name="Date">The day of the last one, yyyy-MM-dd.</param>
/// <param name="Total">What they come to, less credits; null until they are posted.</param>
/// <param name="Due">What is still to be paid of that.</param>
/// <param name="Over">True where nothing more is to come: the order is complete and everything is paid.</param>
public sealed record OrderInvoices(string? Numbers, string? Date, decimal? Total, decimal? Due, bool Over)
{
    /// <summary>In a word: invoiced, partly paid, paid; null while there is none.</summary>
    public string? State => this switch
    {
        { Numbers: null } => null,
        { Due: <= 0 } => "paid",
        { Due: { } due, Total: { } total } when due < total => "partlyPaid",
        _ => "invoiced",
    };

    /// <summary>Changes when the deal has to show something else.</summary>
    public string Mark => string.Create(CultureInfo.InvariantCulture, $"{Numbers}|{Date}|{Total:0.######}|{Due:0.######}");
}

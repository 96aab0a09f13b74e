using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// The open invoices of customers. The agent finds those of one customer by a pass over all of them: so the first few customers of a
/// look cost a call each, and for the others all open invoices are read once, a thousand a call, and kept until the look ends. What moves
/// meanwhile is found by the next look.
/// </summary>
internal sealed class OpenInvoices(SageAgentClient sage)
{
    private const string Table = "AR_OpenInvoice";
    private const int Few = 10;
    private const int Largest = 1000;

    private static readonly string[] Owner = ["ARDivisionNo", "CustomerNo"];
    private static readonly string[] Shown = ["InvoiceNo", "InvoiceType", "InvoiceDate", "InvoiceDueDate", "Balance"];

    private volatile ILookup<(string Division, string Number), JsonElement>? all;
    private int asked;

    /// <summary>A look begins, or has ended: what was read for another one may be old.</summary>
    public void Forget() => (all, asked) = (null, 0);

    /// <summary>Those of one of the customers of a look that have a balance.</summary>
    public async Task<IReadOnlyList<JsonElement>> InLookAsync(JsonElement customer, CancellationToken cancellation)
    {
        if (all is null && ++asked <= Few) return await OfAsync(customer, cancellation);
        var known = all ??= await AllAsync(cancellation);
        return [.. known[KeyOf(customer)]];
    }

    /// <summary>Those of a customer that have a balance.</summary>
    public async Task<IReadOnlyList<JsonElement>> OfAsync(JsonElement customer, CancellationToken cancellation)
    {
        var (division, number) = KeyOf(customer);
        var equals = new Dictionary<string, string> { [Owner[0]] = division, [Owner[1]] = number };
        return await sage.QueryAsync(Table, Shown, equals, cancellation: cancellation).Where(IsOpen).ToListAsync(cancellation);
    }

    private async Task<ILookup<(string Division, string Number), JsonElement>> AllAsync(CancellationToken cancellation)
    {
        var query = new SageQuery(Table) { Columns = [.. Owner, .. Shown], PageSize = Largest };
        var open = new List<JsonElement>();
        await foreach (var page in sage.QueryPagesAsync(query, null, cancellation)) open.AddRange(page.Rows.Where(IsOpen));
        return open.ToLookup(KeyOf);
    }

    private static bool IsOpen(JsonElement invoice) => invoice.FindNumber("Balance") is not (null or 0);

    private static (string Division, string Number) KeyOf(JsonElement row) =>
        (row.NeedText(Owner[0], SageOptions.Id), row.NeedText(Owner[1], SageOptions.Id));
}

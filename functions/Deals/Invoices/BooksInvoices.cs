using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.Deals;
using Isthmus.Functions.Deals.Ordering;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Invoices;

/// <summary>
/// Invoices of orders in Sage 300. An order names its last one at once; what it comes to and what is paid of it is known when
/// Day End and posting brought it to Accounts Receivable. Source: Sage300_WebAPI_EndpointReference, OEOrders, OEInvoices,
/// ARPostedDocuments.
/// </summary>
public sealed class BooksInvoices(Sage300Client sage, BooksOrders orders)
{
    private const string Credit = "CreditNote";

    private static readonly string[] Posted =
    [
        "DocumentNumber", "DocumentType", "DocumentDate", "CustomerCurrencyInvoiceAmount", "CustomerCurrencyAmountDue",
    ];

    /// <summary>The invoices of an order; null where the order itself is gone.</summary>
    public async Task<OrderInvoices?> ReadAsync(DealOrder order, CancellationToken cancellation)
    {
        if (await orders.AgainAsync(order.Key, cancellation) is not { } record) return null;
        var documents = new List<JsonElement>();
        await foreach (var document in sage.ListAsync(Query(record, order.Number), cancellation)) documents.Add(document);
        if (documents.Count > 0) return OfPosted(documents, IsComplete(record));
        return record.FindText("LastInvoiceNumber")?.Trim() is { Length: > 0 } number
            ? new OrderInvoices(number, await DateAsync(number, cancellation), null, null, Over: false)
            : new OrderInvoices(null, null, null, null, Over: false);
    }

    /// <summary>The numbers of the orders that were invoiced or paid since a day.</summary>
    public async Task<IReadOnlySet<string>> OrdersSinceAsync(DateOnly day, Sage300Dialect dialect, CancellationToken cancellation)
    {
        var numbers = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (module, resource, date) in
            new[] { ("AR", "ARPostedDocuments", "LastActivityDate"), ("OE", "OEInvoices", "InvoiceDate") })
        {
            var query = new Sage300Query(module, resource)
            {
                Select = ["OrderNumber"], Filter = Sage300Filter.Since(date, day, dialect),
            };
            await foreach (var row in sage.ListAsync(query, cancellation))
                if (row.FindText("OrderNumber")?.Trim() is { Length: > 0 } number) numbers.Add(number);
        }
        return numbers;
    }

    /// <summary>The customer of the order as it is now: somebody may have corrected it.</summary>
    private static Sage300Query Query(JsonElement order, string number) => new("AR", "ARPostedDocuments")
    {
        Select = Posted,
        Filter = Sage300Filter.And(
            Sage300Filter.Is("CustomerNumber", order.NeedText("CustomerNumber", Sage300Options.Id)),
            Sage300Filter.Is("OrderNumber", number)),
    };

    private static OrderInvoices OfPosted(IReadOnlyList<JsonElement> documents, bool complete)
    {
        var invoices = documents.Where(document => document.FindText("DocumentType") != Credit)
            .OrderBy(document => Sage300Day.Read(document, "DocumentDate"))
            .ThenBy(document => document.FindText("DocumentNumber"), StringComparer.Ordinal).ToList();
        var (total, due) = (Sum(documents, "CustomerCurrencyInvoiceAmount"), Sum(documents, "CustomerCurrencyAmountDue"));
        return new OrderInvoices(
            string.Join(", ", invoices.Select(invoice => invoice.NeedText("DocumentNumber", Sage300Options.Id).Trim()))
                is { Length: > 0 } numbers ? numbers : null,
            invoices.Count > 0 && Sage300Day.Read(invoices[^1], "DocumentDate") is { } day ? $"{day:yyyy-MM-dd}" : null,
            total, due, complete && due == 0);
    }

    /// <summary>A credit note takes away, whichever sign the books show it with.</summary>
    private static decimal Sum(IEnumerable<JsonElement> documents, string amount) => documents.Sum(document =>
        document.FindNumber(amount) is not { } value ? 0
            : document.FindText("DocumentType") == Credit ? -Math.Abs(value) : value);

    /// <summary>Of the words for that only the one for an incomplete order is known, <c>IncompleteNotIncluded</c>.</summary>
    private static bool IsComplete(JsonElement order) =>
        order.FindText("OrderCompleted") is { } said && !said.StartsWith("Incomplete", StringComparison.OrdinalIgnoreCase);

    private async Task<string?> DateAsync(string number, CancellationToken cancellation)
    {
        var query = new Sage300Query("OE", "OEInvoices")
        {
            Select = ["InvoiceNumber", "InvoiceDate"], Filter = Sage300Filter.Is("InvoiceNumber", number), Top = 1,
        };
        await foreach (var invoice in sage.ListAsync(query, cancellation))
            return Sage300Day.Read(invoice, "InvoiceDate") is { } day ? $"{day:yyyy-MM-dd}" : null;
        return null;
    }
}

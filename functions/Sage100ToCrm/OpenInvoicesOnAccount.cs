using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Where the CRM's edition has no invoices, or the company wants it, the customer's open invoices stand on its Account, a line each.
/// Only those of customers that owe something, or are owed, are read.
/// </summary>
internal sealed class OpenInvoicesOnAccount(SageAgentClient sage, CrmModuleGate gate, SageToCrmOptions options)
{
    private const int MostShown = 25;

    private readonly OpenInvoices invoices = new(sage);

    /// <summary>The customers of one page of a look.</summary>
    public async Task<IReadOnlyList<JsonElement>> AddAsync(SourceQuery query, SageRowPage page, CancellationToken cancellation)
    {
        if (query.After is null) invoices.Forget();
        var rows = page.Rows.Any(Owes) && await ShownAsync(cancellation) ? await WithThemAsync(page.Rows, cancellation) : page.Rows;
        if (page.Next is null) invoices.Forget();
        return rows;
    }

    /// <summary>One customer.</summary>
    public async Task<JsonElement> AddAsync(JsonElement customer, CancellationToken cancellation) =>
        Owes(customer) && await ShownAsync(cancellation) ? With(customer, await invoices.OfAsync(customer, cancellation)) : customer;

    private async Task<bool> ShownAsync(CancellationToken cancellation) => options.OpenInvoices switch
    {
        "always" => true,
        "never" => false,
        _ => !await gate.IsOpenAsync("Invoices", cancellation),
    };

    private async Task<IReadOnlyList<JsonElement>> WithThemAsync(IReadOnlyList<JsonElement> customers, CancellationToken cancellation)
    {
        var rows = new List<JsonElement>(customers.Count);
        foreach (var customer in customers)
            rows.Add(Owes(customer) ? With(customer, await invoices.InLookAsync(customer, cancellation)) : customer);
        return rows;
    }

    private static bool Owes(JsonElement customer) => customer.FindNumber("CurrentBalance") is not (null or 0);

    private static JsonElement With(JsonElement customer, IReadOnlyList<JsonElement> open)
    {
        var row = JsonObject.Create(customer)!;
        row["OpenInvoices"] = string.Join('\n', open
            .OrderBy(invoice => invoice.FindText("InvoiceDueDate"), StringComparer.Ordinal)
            .ThenBy(invoice => invoice.FindText("InvoiceNo"), StringComparer.Ordinal).Take(MostShown).Select(Line));
        row["OpenInvoiceCount"] = open.Count;
        return JsonSerializer.SerializeToElement(row);
    }

    private static string Line(JsonElement invoice) => string.Create(CultureInfo.InvariantCulture,
        $"{Named(invoice)} of {Day(invoice, "InvoiceDate")}, due {Day(invoice, "InvoiceDueDate")}: {invoice.FindNumber("Balance"):0.00}");

    private static string Named(JsonElement invoice) => $"{invoice.FindText("InvoiceType")} {invoice.FindText("InvoiceNo")}";

    private static string Day(JsonElement invoice, string column) =>
        invoice.FindText(column) is { Length: 8 } day ? $"{day[..4]}-{day[4..6]}-{day[6..]}" : "-";
}

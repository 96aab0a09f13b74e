using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Sage100;
using Isthmus.Functions.Steps;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>
/// Where the CRM's edition has no invoices, or the company wants it, the customer's open invoices stand on its Account, a line each.
/// Only customers that owe something, or are owed, are asked for: a call each.
/// </summary>
internal sealed class OpenInvoicesOnAccount(SageAgentClient sage, CrmModuleGate gate, SageToCrmOptions options)
{
    private const int MostShown = 25;

    private static readonly string[] KeyColumns = ["ARDivisionNo", "CustomerNo"];
    private static readonly string[] Columns = ["InvoiceNo", "InvoiceType", "InvoiceDate", "InvoiceDueDate", "Balance"];

    public async Task<IReadOnlyList<JsonElement>> AddAsync(IReadOnlyList<JsonElement> customers, CancellationToken cancellation)
    {
        if (customers.Count == 0 || !await ShownAsync(cancellation)) return customers;
        var rows = new List<JsonElement>(customers.Count);
        foreach (var customer in customers)
            rows.Add(customer.FindNumber("CurrentBalance") is null or 0 ? customer : await WithAsync(customer, cancellation));
        return rows;
    }

    private async Task<bool> ShownAsync(CancellationToken cancellation) => options.OpenInvoices switch
    {
        "always" => true,
        "never" => false,
        _ => !await gate.IsOpenAsync("Invoices", cancellation),
    };

    private async Task<JsonElement> WithAsync(JsonElement customer, CancellationToken cancellation)
    {
        var equals = KeyColumns.ToDictionary(column => column, column => customer.NeedText(column, SageOptions.Id));
        var open = await sage.QueryAsync("AR_OpenInvoice", Columns, equals, cancellation: cancellation)
            .Where(invoice => invoice.FindNumber("Balance") is not (null or 0)).ToListAsync(cancellation);
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

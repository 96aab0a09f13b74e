using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Sage300;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>
/// Puts lines into posted invoices: those of the invoice of Order Entry with the same number, or one with the total where there is
/// none.
/// </summary>
internal sealed class InvoiceLines(Sage300Rows rows)
{
    // As many numbers as an address surely holds.
    private const int NumbersACall = 20;

    private static readonly string[] Details = ["InvoiceDetails", "OEInvoiceDetails", "Details"];

    /// <summary>The invoices with <c>Lines</c>, in their order.</summary>
    public async Task<IReadOnlyList<JsonElement>> AddAsync(IReadOnlyList<JsonElement> invoices, CancellationToken cancellation)
    {
        var entered = await EnteredAsync(invoices, cancellation);
        return [.. invoices.Select(invoice => With(invoice, LinesOf(invoice, entered)))];
    }

    private async Task<Dictionary<string, JsonElement>> EnteredAsync(
        IReadOnlyList<JsonElement> invoices, CancellationToken cancellation)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        if (!rows.Options.InvoiceLines) return found;
        var numbers = invoices.Where(invoice => invoice.FindText("SourceApplication") == "OE").Select(NumberOf);
        foreach (var some in numbers.Chunk(NumbersACall))
        {
            var query = new Sage300Query("OE", "OEInvoices")
            {
                Filter = Sage300Filter.Or(some.Select(number => Sage300Filter.Is("InvoiceNumber", number))),
            };
            await foreach (var invoice in rows.Client.ListAsync(query, cancellation))
                found[invoice.NeedText("InvoiceNumber", Sage300Options.Id)] = invoice;
        }
        return found;
    }

    private IEnumerable<InvoiceLine> LinesOf(JsonElement invoice, Dictionary<string, JsonElement> entered)
    {
        if (entered.TryGetValue(NumberOf(invoice), out var there))
            foreach (var name in Details)
                if (there.TryGetProperty(name, out var list) && list is { ValueKind: JsonValueKind.Array } && list.GetArrayLength() > 0)
                    return list.EnumerateArray().Select(line => InvoiceLine.Read(line, rows.Options.Items));
        return [InvoiceLine.Whole(invoice)];
    }

    private static JsonElement With(JsonElement invoice, IEnumerable<InvoiceLine> lines)
    {
        var whole = JsonObject.Create(invoice)!;
        whole["Lines"] = new JsonArray([.. lines.Select(line => line.Show())]);
        return JsonSerializer.SerializeToElement(whole);
    }

    private static string NumberOf(JsonElement invoice) => invoice.NeedText("DocumentNumber", Sage300Options.Id);
}

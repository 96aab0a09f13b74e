using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>Works out what the goods of a sales return were billed at.</summary>
public sealed class ReturnCredits(ZohoInventoryClient zoho, BilledLines billed)
{
    /// <summary>The credit of a return and the invoice that it credits; null when its order was never billed.</summary>
    public async Task<(Credit Credit, string InvoiceId)?> OfAsync(JsonElement returned)
    {
        var order = await zoho.GetSalesOrderAsync(returned.NeedText("salesorder_id", ZohoInventoryOptions.Id), CancellationToken.None);
        if (InvoiceOf(order) is not { } id) return null;
        var invoice = await zoho.GetInvoiceAsync(id, CancellationToken.None);
        var currency = invoice.NeedText("currency_code", ZohoInventoryOptions.Id);
        var lines = Lines(returned, billed.Of(invoice, currency));
        return (new Credit
        {
            OrderNumber = invoice.FindText("invoice_number"),
            Date = DateOnly.TryParseExact(returned.FindText("date"), "yyyy-MM-dd", out var day) ? day : default,
            Currency = currency,
            CustomerId = invoice.NeedText("customer_id", ZohoInventoryOptions.Id),
            Reason = returned.FindText("reason"),
            Lines = lines,
            Total = lines.Sum(line => line.Total),
        }, id);
    }

    private static List<CreditLine> Lines(JsonElement returned, IReadOnlyList<BilledLine> billed)
    {
        var lines = new List<CreditLine>();
        foreach (var line in returned.NeedList("line_items", ZohoInventoryOptions.Id))
        {
            var from = billed.FirstOrDefault(bill => bill.OrderLineId == line.FindText("salesorder_item_id"));
            var (received, kept) = (line.FindNumber("quantity") ?? 0, line.FindNumber("non_receive_quantity") ?? 0);
            if (from is null || received + kept <= 0) continue;
            var (amount, ofReceived) = (Share(from, received + kept), Share(from, received));
            var returnLine = line.NeedText("line_item_id", ZohoInventoryOptions.Id);
            if (received > 0) lines.AddRange(Lines(from, received, ofReceived, returnLine, creditOnly: false));
            if (kept > 0) lines.AddRange(Lines(from, kept, amount - ofReceived, returnLine, creditOnly: true));
        }
        return lines;
    }

    private static long Share(BilledLine from, decimal units) =>
        (long)Math.Round(from.Gross * units / from.Quantity, MidpointRounding.AwayFromZero);

    private static IEnumerable<CreditLine> Lines(BilledLine from, decimal units, long amount, string returnLine, bool creditOnly) =>
        CreditPlanning.Units(from, units, amount).Select(credit => credit with { ReturnLineId = returnLine, CreditOnly = creditOnly });

    private static string? InvoiceOf(JsonElement order) =>
        order.TryGetProperty("invoices", out var invoices) && invoices.ValueKind == JsonValueKind.Array
            ? invoices.EnumerateArray().Where(invoice => invoice.FindText("status") != "void")
                .Select(invoice => invoice.FindText("invoice_id")).FirstOrDefault(id => id is { Length: > 0 })
            : null;
}

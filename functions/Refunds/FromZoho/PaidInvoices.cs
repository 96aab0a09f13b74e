using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>An invoice that a Stripe payment paid.</summary>
public sealed record PaidInvoice(string PaymentIntent, string SalesOrderId);

/// <summary>Finds the Stripe payment behind a credit note: through its invoice, or as a person wrote it down.</summary>
public sealed class PaidInvoices(ZohoInventoryClient zoho)
{
    /// <summary>The payment, or null when no Stripe payment stands behind the note.</summary>
    public async Task<PaidInvoice?> FindAsync(JsonElement note)
    {
        foreach (var id in InvoiceIds(note).Distinct())
        {
            var invoice = await zoho.GetInvoiceAsync(id, CancellationToken.None);
            if (Intent(invoice) is { } intent) return new PaidInvoice(intent, invoice.FindText("salesorder_id") ?? "");
        }
        return Intent(note) is { } written ? new PaidInvoice(written, "") : null;
    }

    private static IEnumerable<string> InvoiceIds(JsonElement note)
    {
        if (note.FindText("invoice_id") is { Length: > 0 } own) yield return own;
        foreach (var list in new[] { "line_items", "invoices", "invoices_credited" })
        {
            if (!note.TryGetProperty(list, out var rows) || rows.ValueKind != JsonValueKind.Array) continue;
            foreach (var row in rows.EnumerateArray())
                if (row.FindText("invoice_id") is { Length: > 0 } id) yield return id;
        }
    }

    private static string? Intent(JsonElement document)
    {
        if (document.TryGetProperty("custom_field_hash", out var fields)
            && fields.FindText("cf_stripe_payment_intent") is { Length: > 0 } named) return named;
        var reference = document.FindText("reference_number");
        return reference?.StartsWith("pi_", StringComparison.Ordinal) == true ? reference : null;
    }
}

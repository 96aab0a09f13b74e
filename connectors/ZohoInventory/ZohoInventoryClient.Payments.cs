using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>Customer payments of this reference; more than one means that money was recorded twice. Rows.</summary>
    public Task<IReadOnlyList<JsonElement>> FindPaymentsAsync(string referenceNumber, CancellationToken cancellation = default) => FindAsync(
        "find customer payments", "/customerpayments", "customerpayments", "payment_id", ("reference_number", referenceNumber),
        row => row.Same("reference_number", referenceNumber), cancellation);

    /// <summary>
    /// Customer payments of a day on the organisation's calendar: 200 a call. Rows, with reference_number, amount, currency_code,
    /// bank_charges and account_id.
    /// </summary>
    public async IAsyncEnumerable<JsonElement> ListPaymentsOfAsync(
        DateOnly day, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rows = api.ListAsync("list customer payments", "/customerpayments", "customerpayments", "payment_id", [("date", date)], cancellation);
        await foreach (var row in rows)
            if (row.Text("date") == date) yield return row;
    }

    /// <summary>
    /// Refunds of credit notes dated on or after a day, newest first. Rows, with reference_number, amount, date and creditnote_refund_id.
    /// </summary>
    public async IAsyncEnumerable<JsonElement> ListRefundsSinceAsync(
        DateOnly since, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var first = since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var older = 0;
        await foreach (var row in api.ListAsync(
            "list refunds of credit notes", "/creditnotes/refunds", "creditnote_refunds", "creditnote_refund_id",
            [("sort_column", "date"), ("sort_order", "D")], cancellation))
        {
            if (string.CompareOrdinal(row.Text("date"), first) >= 0) yield return row;
            else if (++older == 400) yield break;
        }
    }

    /// <summary>Changes members of a customer payment; what the body does not name stays.</summary>
    public Task<JsonElement> UpdatePaymentAsync(string id, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.UpdateAsync("change customer payment", One("customerpayments", id), body, "payment|customerpayment", cancellation);
}

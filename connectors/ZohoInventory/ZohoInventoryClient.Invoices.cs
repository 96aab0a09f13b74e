using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>The invoice of our own number, whole; null when there is none. One call when there is none, else two.</summary>
    public async Task<JsonElement?> FindInvoiceAsync(string number, CancellationToken cancellation = default)
    {
        var rows = await FindAsync("find invoice", "/invoices", "invoices", "invoice_id", ("invoice_number", number),
            row => row.Same("invoice_number", number), cancellation);
        return rows.Count > 0
            ? await GetInvoiceAsync(rows[0].Id("invoice_id", ZohoInventoryOptions.Id, "find invoice"), cancellation) : null;
    }

    /// <summary>One invoice with its lines and its balance.</summary>
    public Task<JsonElement> GetInvoiceAsync(string id, CancellationToken cancellation = default) =>
        api.GetAsync("read invoice", One("invoices", id), "invoice", cancellation);

    /// <summary>
    /// Creates a draft invoice of a sales order under the number in its body; each line names its salesorder_item_id.
    /// </summary>
    public Task<JsonElement> CreateInvoiceAsync(string salesOrderId, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default) =>
        api.CreateAsync("create invoice", "/invoices", [.. OwnNumber, ("salesorder_id", salesOrderId)], body, "invoice",
            cancellation);

    /// <summary>Sets custom fields of an invoice, also of one that is paid and can no longer be edited otherwise.</summary>
    /// <param name="id">The invoice.</param>
    /// <param name="body"><c>[{"api_name":"cf_...","value":"..."}]</c></param>
    /// <param name="cancellation">Stops the call.</param>
    public Task SetInvoiceFieldsAsync(string id, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.SetAsync("set invoice fields", $"{One("invoice", id)}/customfields", body, cancellation);

    /// <summary>
    /// Marks an invoice as sent, which moves accounting stock; does nothing when it is sent already. Mails nothing.
    /// </summary>
    public Task MarkInvoiceSentAsync(string id, CancellationToken cancellation = default) =>
        api.MoveAsync("mark invoice as sent", $"{One("invoices", id)}/status/sent", cancellation);

    /// <summary>The customer payment of this reference; null when there is none.</summary>
    /// <param name="referenceNumber">The charge or payment intent id that was written on it.</param>
    /// <param name="amount">What it must be, in the payment's currency; null for any.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<JsonElement?> FindPaymentAsync(string referenceNumber, decimal? amount,
        CancellationToken cancellation = default)
    {
        var rows = await FindAsync("find customer payment", "/customerpayments", "customerpayments", "payment_id",
            ("reference_number", referenceNumber),
            row => row.Same("reference_number", referenceNumber)
                && (amount is null || row.Number("amount") == amount), cancellation);
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <inheritdoc cref="FindPaymentAsync(string, decimal?, CancellationToken)"/>
    public Task<JsonElement?> FindPaymentAsync(string referenceNumber, CancellationToken cancellation = default) =>
        FindPaymentAsync(referenceNumber, null, cancellation);

    /// <summary>Records a customer payment and applies it to the invoices in its body.</summary>
    public Task<JsonElement> CreatePaymentAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.CreateAsync("create customer payment", "/customerpayments", [], body, "payment|customerpayment", cancellation);
}

using System.Text.Json;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>The credit note of our own number, whole; null when there is none. One call when there is none, else two.</summary>
    public async Task<JsonElement?> FindCreditNoteAsync(string number, CancellationToken cancellation = default)
    {
        var rows = await FindAsync("find credit note", "/creditnotes", "creditnotes", "creditnote_id", ("creditnote_number", number),
            row => row.Same("creditnote_number", number), cancellation);
        return rows.Count > 0
            ? await GetCreditNoteAsync(rows[0].Id("creditnote_id", ZohoInventoryOptions.Id, "find credit note"), cancellation) : null;
    }

    /// <summary>One credit note with its lines and its balance.</summary>
    public Task<JsonElement> GetCreditNoteAsync(string id, CancellationToken cancellation = default) =>
        api.GetAsync("read credit note", One("creditnotes", id), "creditnote", cancellation);

    /// <summary>Credit notes, all or those changed since a moment, newest change first. Rows, without lines.</summary>
    public IAsyncEnumerable<JsonElement> ListCreditNotesAsync(DateTimeOffset? modifiedSince = null,
        CancellationToken cancellation = default)
    {
        var rows = api.ListAsync("list credit notes", "/creditnotes", "creditnotes", "creditnote_id", ZohoChanges.Newest, cancellation);
        return modifiedSince is { } since ? ZohoChanges.SinceAsync(rows, since, cancellation) : rows;
    }

    /// <summary>
    /// Creates a credit note of an invoice under the number in its body; the invoice is named in the query, in the body it would be
    /// dropped. A taken number is a Conflict, duplicate-number.
    /// </summary>
    public Task<JsonElement> CreateCreditNoteAsync(string? invoiceId, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default) =>
        api.CreateAsync("create credit note", "/creditnotes", [.. OwnNumber, ("invoice_id", invoiceId)], body, "creditnote", cancellation);

    /// <summary>Opens a draft credit note; does nothing when it is open already.</summary>
    public Task OpenCreditNoteAsync(string id, CancellationToken cancellation = default) =>
        api.MoveAsync("open credit note", $"{One("creditnotes", id)}/converttoopen", cancellation);

    /// <summary>What was paid back of a credit note.</summary>
    public Task<IReadOnlyList<JsonElement>> ListCreditNoteRefundsAsync(string creditNoteId, CancellationToken cancellation = default) =>
        AllAsync("list refunds of credit note", $"{One("creditnotes", creditNoteId)}/refunds", "creditnote_refunds",
            "creditnote_refund_id", cancellation);

    /// <summary>Records that money of an open credit note was paid back; moves none. The note closes when nothing is left.</summary>
    public Task<JsonElement> CreateCreditNoteRefundAsync(string creditNoteId, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default) =>
        api.CreateAsync("record refund of credit note", $"{One("creditnotes", creditNoteId)}/refunds", [], body, "creditnote_refund",
            cancellation);

    /// <summary>Changes the record of a refund.</summary>
    public Task<JsonElement> UpdateCreditNoteRefundAsync(string creditNoteId, string refundId, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default) =>
        api.UpdateAsync("change refund of credit note", Refund(creditNoteId, refundId), body, "creditnote_refund", cancellation);

    /// <summary>Takes the record of a refund back, which opens the credit note again; one that is gone is as good.</summary>
    public Task DeleteCreditNoteRefundAsync(string creditNoteId, string refundId, CancellationToken cancellation = default) =>
        api.DeleteAsync("take back refund of credit note", Refund(creditNoteId, refundId), cancellation);

    private static string Refund(string creditNoteId, string refundId) => $"{One("creditnotes", creditNoteId)}{One("refunds", refundId)}";
}

using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Refunds;

/// <summary>
/// Records on a credit note, once, that Stripe paid it back. The record is known by Stripe's refund id, its reference number.
/// </summary>
public sealed class ZohoRefundWriter(
    ZohoInventoryClient zoho, ZohoInventoryOptions options, Mapper mapper, CrossReferenceStore references, AuditTrail audit, WrittenRecords records)
{
    /// <summary>Writes the record, or adopts the one that an earlier try left.</summary>
    /// <param name="creditNoteId">The credit note.</param>
    /// <param name="recordId">The record that a person made and that only lacks its reference number, or null.</param>
    /// <param name="refundId">Stripe's refund.</param>
    /// <param name="refund">The canonical refund.</param>
    /// <param name="runId">The run that writes.</param>
    /// <param name="notes">Takes the mapping's version.</param>
    /// <returns>Zoho's id of the record.</returns>
    public async Task<string> WriteAsync(
        string creditNoteId, string? recordId, string refundId, ReadOnlyMemory<byte> refund, string runId, StepNotes notes)
    {
        var claim = await references.ClaimAsync(refundId, BookedRefunds.Target, runId);
        if (claim.State == ClaimState.Done) return claim.Reference!.Id;
        var body = Map(refundId, refund, notes);
        var written = recordId is not null
            ? await zoho.UpdateCreditNoteRefundAsync(creditNoteId, recordId, body, CancellationToken.None)
            : await FindAsync(claim, creditNoteId, refundId)
                ?? await zoho.CreateCreditNoteRefundAsync(creditNoteId, body, CancellationToken.None);
        var id = recordId ?? written.NeedText("creditnote_refund_id", ZohoInventoryOptions.Id);
        await records.AddAsync(runId, "record refund", refundId, BookedRefunds.Target, new Reference(id, creditNoteId), notes);
        notes.Detail = $"Refund {id} of the credit note is {refundId}.";
        return id;
    }

    /// <summary>Takes the record back, because the money came back; one that is gone is as good.</summary>
    public async Task UndoAsync(string refundId, Reference record, string runId)
    {
        await zoho.DeleteCreditNoteRefundAsync(record.Number!, record.Id, CancellationToken.None);
        await references.ReopenAsync(refundId, BookedRefunds.Target, runId, record.Number!);
        await audit.AddAsync(runId, "take back refund", $"{BookedRefunds.Target}/{record.Id}", "deleted");
    }

    private ReadOnlyMemory<byte> Map(string refundId, ReadOnlyMemory<byte> refund, StepNotes notes)
    {
        var variables = new Dictionary<string, string> { ["refundId"] = refundId };
        if (options.DepositAccountId.Length > 0) variables["accountId"] = options.DepositAccountId;
        return mapper.Map("refund-to-zoho-refund", refund, notes, new MappingContext { Variables = variables });
    }

    private async Task<JsonElement?> FindAsync(Claim claim, string creditNoteId, string refundId)
    {
        if (claim.State == ClaimState.First) return null;
        var found = (await zoho.ListCreditNoteRefundsAsync(creditNoteId, CancellationToken.None))
            .FirstOrDefault(record => record.FindText("reference_number") == refundId);
        return found.ValueKind == JsonValueKind.Object ? found : null;
    }
}

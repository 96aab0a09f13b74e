using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Stock;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Writes an adjustment once. It is a difference, and Zoho would count it twice: after a try whose end is unknown it is looked for
/// by its reference first.
/// </summary>
public sealed class AdjustmentWriter(
    ZohoInventoryClient zoho, Mapper mapper, CrossReferenceStore references, WrittenRecords records, IOptions<StockOptions> rules)
{
    /// <summary>Adjustments in the cross-references.</summary>
    public const string Target = "zoho-inventory.inventoryadjustment";

    /// <summary>How far Zoho's clock may be behind ours.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromHours(1);

    /// <summary>What stands in the place of the id of an adjustment that was written in halves.</summary>
    private const string Split = "split";

    /// <summary>Remembers that it is written in halves, so that it is never written whole after one of them.</summary>
    public Task SplitAsync(StockAdjustment adjustment) =>
        references.RecordAsync(adjustment.Reference, Target, new Reference(Split, adjustment.Reference));

    /// <summary>Writes it, or finds it written.</summary>
    /// <returns>False when it is written in halves.</returns>
    public async Task<bool> WriteAsync(StockAdjustment adjustment, string runId, StepNotes notes)
    {
        var claim = await references.ClaimAsync(adjustment.Reference, Target, runId);
        if (claim.State == ClaimState.Done) return claim.Reference!.Id != Split;
        if (claim.State == ClaimState.Taken) throw BeingWritten(adjustment);
        var body = mapper.Map("stock-to-zoho-adjustment", CanonicalJson.Write(adjustment), notes, new MappingContext
        {
            Variables = new Dictionary<string, string> { ["reason"] = rules.Value.Reason },
        });
        var written = claim.State == ClaimState.Repeat
            ? await zoho.FindAdjustmentAsync(adjustment.Reference, adjustment.PlannedAt - Drift, CancellationToken.None) : null;
        written ??= await zoho.CreateAdjustmentAsync(body, CancellationToken.None);
        var id = written.Value.NeedText("inventory_adjustment_id", ZohoInventoryOptions.Id);
        await records.AddAsync(
            runId, "adjust stock", adjustment.Reference, Target, new Reference(id, adjustment.Reference), notes, $"{adjustment.Lines.Count} quantities");
        notes.Key = adjustment.Reference;
        return true;
    }

    private static FailureException BeingWritten(StockAdjustment adjustment) => new(new Failure(
        FailureClass.Locked, ZohoInventoryOptions.Id, "adjust the stock", "being-written",
        $"Another run writes {adjustment.Reference} at this moment.", "It is tried again by itself."));
}

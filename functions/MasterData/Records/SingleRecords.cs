using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Carrying;

namespace Isthmus.Functions.MasterData.Records;

/// <summary>Carries one record by the same road as a page.</summary>
internal sealed class SingleRecords(
    MasterFlows flows, MasterGate gate, MasterStore store, LinkedIds links, RecordMaking making, RecordComparing comparing,
    PageSorting sorting, RecordWriting writing, GoneDecision gone) : IMasterRecords
{
    private const string Failed = "failed";

    public async Task<MasterCarried> CarryAsync(MasterRecordInput input, string runId)
    {
        if (flows.Find(input.Flow) is not { } flow) throw NoFlow(input);
        try { return await CarryAsync(flow, input, runId); }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            await RememberAsync(flow, input.Key);
            throw;
        }
    }

    private async Task<MasterCarried> CarryAsync(IMasterFlow flow, MasterRecordInput input, string runId)
    {
        await gate.RequireAsync(flow, CancellationToken.None);
        if (await flow.FindAsync(input.Key, CancellationToken.None) is not { } record)
            return await gone.TakeAsync(flow, input, runId);
        if (record.Skip is { } skip) return new($"A rule leaves {input.Key} out: {skip}", Ignored: true);
        var mode = new CarryMode(runId) { Alone = true, Choice = input.Choice };
        var pending = new PendingRecords();
        await sorting.SortAsync(flow, [record], mode, pending, CancellationToken.None);
        var counts = await writing.WriteAsync(flow, pending, mode, CancellationToken.None);
        if (counts.Written > 0) return new($"{input.Key} is written to {flow.Module}.");
        if (counts.Unchanged > 0) return new($"{input.Key} is in {flow.Module} as it is.");
        if (input.Choice == MasterRecordInput.Leave) return new($"{input.Key} is left out of {flow.Module}.", Ignored: true);
        return pending.Held is [var held, ..] ? new("", Review: held.Reason) : new($"{input.Key} was not written.", Ignored: true);
    }

    public async Task<ShownMasterRecord> ShowAsync(IMasterFlow flow, string key, CancellationToken cancellation)
    {
        var kept = await store.FindAsync(flow.Name, key, cancellation);
        var record = await flow.FindAsync(key, cancellation);
        var shown = new ShownMasterRecord(
            flow.Name, key, kept?.CrmId, kept?.Standing, kept?.RunId, record is not null, record?.Skip, null, null);
        if (record is null || record.Skip is not null) return shown;
        try
        {
            var ids = await links.FindAsync(flow.LinksOf(record).Select(link => (link.Flow, link.Key)), cancellation);
            var made = making.Make(flow, record, ids);
            var missing = made.Missing.FirstOrDefault(link => link.Required);
            return shown with
            {
                Change = await comparing.CompareAsync(flow, made, cancellation),
                Refused = missing is null ? null : $"{missing.Field} names {missing.Key} of {missing.Flow}, which is not in the CRM.",
            };
        }
        catch (FailureException unfit) { return shown with { Refused = $"{unfit.Failure.Message} {unfit.Failure.Cure}" }; }
    }

    /// <summary>It may end in a dead letter: whichever look carries the record later then closes that.</summary>
    private async Task RememberAsync(IMasterFlow flow, string key)
    {
        var kept = await store.FindAsync(flow.Name, key) ?? new KeptRecord(key);
        if (kept.Refused is null) await store.KeepAsync(flow.Name, [(kept with { Refused = Failed }, kept.CrmId)]);
    }

    private static FailureException NoFlow(MasterRecordInput input) => new(new Failure(
        FailureClass.Validation, Failure.Ours, "carry a record", "unknown-flow", $"There is no flow '{input.Flow}'.",
        "Close the entry: this installation carries no such records."));
}

using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Audit;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Loads;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>
/// Writes down what came of records. What people see comes first, and what keeps a record from being carried again last: a crash in
/// between repeats it and loses nothing.
/// </summary>
internal sealed class PageSettling(MasterStore store, WaitingRecords waiting, RefusedRecords letters, AuditTrail audit)
{
    private static readonly ParallelOptions Lanes = new() { MaxDegreeOfParallelism = 8 };

    /// <summary>
    /// They are about to be written. Should the answer be lost, the CRM may show them or what it showed before: whatever the source says
    /// then is written, also what it said before, and a field that it has emptied meanwhile is cleared.
    /// </summary>
    public Task BeginAsync(IMasterFlow flow, IReadOnlyList<ChangedRecord> records) =>
        store.KeepAsync(flow.Name, records.Select(record => (UnderWay(record), record.Kept?.CrmId)));

    /// <summary>They were written.</summary>
    public async Task WriteAsync(
        IMasterFlow flow, IReadOnlyList<(ChangedRecord Record, KeptRecord Now, bool Created)> written, CarryMode mode)
    {
        if (written.Count == 0) return;
        await Task.WhenAll(written.Select(each => audit.AddAsync(
            mode.RunId, each.Created ? $"create {flow.Module}" : $"update {flow.Module}", $"{ZohoCrmOptions.Id}/{flow.Module}/{each.Now.CrmId}",
            each.Record.Key, each.Record.Made.Mapping, each.Record.ChangedFields)));
        await waiting.AddAsync(flow.Name, written.Where(each => each.Record.Made.Needs.Count > 0)
            .Select(each => new WaitingRecord(each.Record.Key) { Needs = each.Record.Made.Needs }));
        await CloseAsync(flow, written.Select(each => each.Record), mode);
        await store.KeepAsync(flow.Name, written.Select(each => (each.Now, each.Record.Kept?.CrmId)));
    }

    /// <summary>They are as they should be again.</summary>
    public async Task MendAsync(IMasterFlow flow, IReadOnlyList<ChangedRecord> mended, CarryMode mode)
    {
        if (mended.Count == 0) return;
        await CloseAsync(flow, mended, mode);
        await store.KeepAsync(flow.Name, mended.Select(record => (record.Kept! with { Refused = null }, record.Kept.CrmId)));
    }

    /// <summary>They were refused.</summary>
    public async Task RefuseAsync(IMasterFlow flow, IReadOnlyList<RefusedRecord> refused, CarryMode mode)
    {
        if (refused.Count == 0) return;
        if (!mode.Alone)
            await Parallel.ForEachAsync(
                refused, Lanes, async (record, _) => await letters.OpenAsync(RunOf(flow, record.Key), record.Failure));
        await waiting.AddAsync(
            flow.Name, refused.Where(record => record.MayPass).Select(record => new WaitingRecord(record.Key) { Needs = record.Needs }));
        await store.KeepAsync(flow.Name, refused.Select(record => (
            (record.Kept ?? new KeptRecord(record.Key)) with { Refused = record.Mark }, record.Kept?.CrmId)));
        if (mode.Alone) throw new FailureException(refused[0].Failure);
    }

    /// <summary>A person has to decide about them; a run of each asks.</summary>
    public async Task HoldAsync(IMasterFlow flow, IReadOnlyList<HeldRecord> held, CarryMode mode)
    {
        if (held.Count == 0) return;
        if (!mode.Alone) await waiting.AddAsync(flow.Name, held.Select(each => new WaitingRecord(each.Record.Key) { Review = true }));
        await KeepAsync(flow, held.Select(each => each.Record), RecordStanding.Held);
    }

    /// <summary>A person decided to leave them out.</summary>
    public Task LeaveAsync(IMasterFlow flow, IReadOnlyList<ChangedRecord> left) =>
        left.Count == 0 ? Task.CompletedTask : KeepAsync(flow, left, RecordStanding.Left);

    private static KeptRecord UnderWay(ChangedRecord record) => (record.Kept ?? new KeptRecord(record.Key)) with
    {
        Mark = null, Fields = record.Made.Fields.UnderWay(record.Kept?.Fields),
    };

    private Task KeepAsync(IMasterFlow flow, IEnumerable<ChangedRecord> records, RecordStanding standing) => store.KeepAsync(
        flow.Name,
        records.Select(record => ((record.Kept ?? new KeptRecord(record.Key)) with { Standing = standing }, record.Kept?.CrmId)));

    /// <summary>A run of one record closes its own dead letter when it ends.</summary>
    private async Task CloseAsync(IMasterFlow flow, IEnumerable<ChangedRecord> records, CarryMode mode)
    {
        if (mode.Alone) return;
        foreach (var record in records.Where(record => record.Kept?.Refused is not null))
            await letters.EndAsync(new MasterRecordInput(flow.Name, record.Key).RunId, RefusedRecords.Arrived);
    }

    private static RecordRun RunOf(IMasterFlow flow, string key)
    {
        var input = new MasterRecordInput(flow.Name, key);
        return new(input.RunId, MasterRecordOrchestration.Flow, input.BusinessKey, key, nameof(CarryMasterRecord));
    }
}

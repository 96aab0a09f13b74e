using Isthmus.Core.Loads;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Loads;
using Isthmus.Functions.MasterData.Carrying;
using Isthmus.Functions.MasterData.Records;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>
/// Looks again at records that waited: those whose links are there now, and those that somebody had locked. What still waits costs no
/// call.
/// </summary>
internal sealed class WaitingRound(
    WaitingRecords waiting, LinkedIds links, PageSorting sorting, RecordWriting writing, RefusedRecords letters)
{
    private const int ReadsAtOnce = 4;
    private const int RecordsARound = 500;

    /// <summary>Carries what can be carried.</summary>
    /// <returns>What became of it.</returns>
    public async Task<LoadCounts> GoAsync(IMasterFlow flow, CarryMode mode, DurableTaskClient client, CancellationToken cancellation)
    {
        var counts = LoadCounts.None;
        await foreach (var some in waiting.ListAsync(flow.Name, cancellation).Chunk(RecordsARound).WithCancellation(cancellation))
        {
            foreach (var record in some.Where(record => record.Review)) await AskAsync(flow, record, client, cancellation);
            var ids = await links.FindAsync(some.SelectMany(record => record.Needs), cancellation);
            var ready = some.Where(record => !record.Review && record.Needs.All(ids.ContainsKey)).ToList();
            if (ready.Count > 0) counts += await CarryAsync(flow, ready, mode with { Again = true }, cancellation);
        }
        return counts;
    }

    private async Task<LoadCounts> CarryAsync(
        IMasterFlow flow, IReadOnlyList<WaitingRecord> ready, CarryMode mode, CancellationToken cancellation)
    {
        var found = new List<SourceRecord>();
        foreach (var some in ready.Chunk(ReadsAtOnce))
        {
            var records = await Task.WhenAll(some.Select(record => flow.FindAsync(record.Key, cancellation)));
            found.AddRange(records.OfType<SourceRecord>());
            foreach (var (waited, record) in some.Zip(records))
                if (record is null)
                    await letters.EndAsync(new MasterRecordInput(flow.Name, waited.Key).RunId, RefusedRecords.Gone);
        }
        var pending = new PendingRecords();
        await sorting.SortAsync(flow, found, mode, pending, cancellation);
        var counts = await writing.WriteAsync(flow, pending, mode, cancellation);
        foreach (var record in ready) await waiting.RemoveAsync(flow.Name, record, cancellation);
        return counts;
    }

    private async Task AskAsync(IMasterFlow flow, WaitingRecord record, DurableTaskClient client, CancellationToken cancellation)
    {
        var input = new MasterRecordInput(flow.Name, record.Key);
        await FlowStart.StartUnlessAtWorkAsync(
            client, nameof(MasterRecordOrchestration.MasterRecord), input.RunId, input, cancellation);
        await waiting.RemoveAsync(flow.Name, record, cancellation);
    }
}

using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Runs;

/// <summary>
/// Writes the places and the counts of one flow's runs, what many callers want in one transaction. The row of the counts is changed
/// by each; its ETag makes writers in several processes take turns, and lets this one keep it instead of reading it each time.
/// </summary>
internal sealed class RunIndexWriter
{
    private const int RunsABatch = 33;

    private readonly IsthmusTables tables;
    private readonly string flow;
    private readonly Batches<Run> batches;
    private CountRow? known;

    public RunIndexWriter(IsthmusTables tables, string flow)
    {
        (this.tables, this.flow) = (tables, flow);
        batches = new Batches<Run>(RunsABatch, WriteAsync);
    }

    public Task PutAsync(Run run) => batches.AddAsync(run);

    private async Task WriteAsync(IReadOnlyList<Run> batch)
    {
        var latest = batch.GroupBy(run => run.Id).Select(changes => changes.Last()).ToList();
        for (var attempt = 1; ; attempt++)
        {
            var counts = (known ?? await CountRow.GetAsync(tables, flow, default)).Copy();
            try
            {
                var answers = await tables.RunIndex.SubmitTransactionAsync(await ActionsAsync(latest, counts));
                known = answers.Value[^1].Headers.ETag is { } version ? counts.As(version) : null;
                return;
            }
            catch (RequestFailedException taken)
            {
                // Another process wrote meanwhile, or the answer was lost: look again.
                known = null;
                if (taken.Status is not (404 or 409 or 412) || attempt == 20) throw;
            }
        }
    }

    private async Task<List<TableTransactionAction>> ActionsAsync(List<Run> runs, CountRow counts)
    {
        var actions = new List<TableTransactionAction>();
        foreach (var run in runs)
        {
            var place = RunIndex.Place(run);
            var earlier = await tables.RunIndex.GetEntityIfExistsAsync<TableEntity>(flow, RunIndex.AllPrefix + place);
            var before = earlier.HasValue ? RunRows.Read(earlier.Value!).State : (RunState?)null;
            if (before is { } left && left != run.State)
                actions.Add(new(TableTransactionActionType.Delete, new TableEntity(flow, RunIndex.StatePrefix(left) + place) { ETag = ETag.All }));
            actions.Add(new(TableTransactionActionType.UpsertReplace, RunRows.Write(run, flow, RunIndex.AllPrefix + place)));
            actions.Add(new(TableTransactionActionType.UpsertReplace, RunRows.Write(run, flow, RunIndex.StatePrefix(run.State) + place)));
            counts.Move(before, run.State);
        }
        actions.Add(counts.Action());
        return actions;
    }
}

using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Runs;

/// <summary>
/// Removes runs that are over for long, with their steps, keys and places in the lists. One small row stays that says how the run
/// ended, so that a late event of it starts nothing and the counts stay true. The places go last: a purge that dies in between is
/// found by the next.
/// </summary>
internal sealed class RunPurge(IsthmusTables tables, RunIndex index, RunKeys keys)
{
    private const int RunsAtOnce = 40;
    private const int RowsATransaction = 99;
    private static readonly RunState[] Over = [RunState.Done, RunState.Ignored];

    public async Task PurgeAsync(string flow, DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        foreach (var state in Over)
        {
            await foreach (var old in index.OldAsync(flow, state, before, cancellation).ChunksOfAsync(RunsAtOnce, cancellation))
            {
                if (budget.Spent) return;
                var purged = await Task.WhenAll(old.Select(async place => (place, gone: await EmptyAsync(place.Run.Id, before, cancellation))));
                await index.RemoveAsync(flow, state, [.. purged.Where(p => p.gone).Select(p => p.place)], cancellation);
                budget.Took(purged.Count(p => p.gone));
            }
        }
    }

    /// <summary>False where the run is not what the list says, or changed a moment ago.</summary>
    private async Task<bool> EmptyAsync(string id, DateTimeOffset before, CancellationToken cancellation)
    {
        var partition = TableKey.Escape(id);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        TableEntity? head = null;
        var steps = new List<TableEntity>();
        await foreach (var row in tables.Runs.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (row.RowKey == RunStore.RunRow) head = row;
            else steps.Add(row);
        }
        if (head is null) return true;
        var run = RunRows.Read(head);
        if (!Over.Contains(run.State) || run.UpdatedAt >= before) return false;
        if (run.Purged && steps.Count == 0) return true;
        var known = steps.Select(step => step.GetString("Key")).Concat([run.Key, run.Number]).OfType<string>().Distinct();
        await Task.WhenAll(known.Select(key => keys.RemoveAsync(key, id, cancellation)));
        while (steps.Count > RowsATransaction)
        {
            var first = steps.Take(RowsATransaction).Select(step => step.RowKey).ToList();
            await RowRemoval.RemoveAsync(tables.Runs, partition, first, cancellation);
            steps.RemoveRange(0, RowsATransaction);
        }
        return await ReduceAsync(head, run, steps, cancellation);
    }

    private async Task<bool> ReduceAsync(TableEntity head, Run run, List<TableEntity> steps, CancellationToken cancellation)
    {
        var small = RunRows.Write(run with { Outcome = null, Number = null, Parent = null, Purged = true }, head.PartitionKey, head.RowKey);
        try
        {
            await tables.Runs.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.UpdateReplace, small, head.ETag),
                    .. steps.Select(step => new TableTransactionAction(TableTransactionActionType.Delete, step, ETag.All)),
                ],
                cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }
}

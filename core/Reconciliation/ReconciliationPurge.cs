using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Reconciliation;

/// <summary>
/// Removes payouts with their lines, and proofs of days, that are past their retention. What a person has still to look at stays: a
/// payout that does not balance or has an open line, a day that does not agree.
/// </summary>
internal sealed class ReconciliationPurge(TableClient table)
{
    private const int RowsAtOnce = 1_000;

    public async Task RunAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        await PayoutsAsync(before, budget, cancellation);
        await ProofsAsync(before, budget, cancellation);
    }

    private async Task PayoutsAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        var (list, from) = (ReconciliationRows.List, TableKey.NewestFirst(before));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {list} and RowKey ge {from}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            if (budget.Spent) return;
            var payout = ReconciliationRows.ReadPayout(row);
            if (payout.State is PayoutState.UnderWay or PayoutState.Unbalanced || payout.Totals.Open > 0) continue;
            if (!await EmptyAsync(TableKey.Escape(payout.Id), budget, cancellation)) return;
            // Last, so that a payout which is half removed is found again.
            await table.DeleteEntityAsync(list, row.RowKey, ETag.All, cancellation);
        }
    }

    /// <summary>False when the budget was spent before all rows were gone.</summary>
    private async Task<bool> EmptyAsync(string partition, PurgeBudget budget, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        await foreach (var rows in table.QueryAsync<TableEntity>(filter, select: [nameof(TableEntity.RowKey)], cancellationToken: cancellation)
            .ChunksOfAsync(RowsAtOnce, cancellation))
        {
            if (budget.Spent) return false;
            await RowRemoval.RemoveAsync(table, partition, rows.Select(row => row.RowKey), cancellation);
            budget.Took(rows.Count);
        }
        return true;
    }

    private async Task ProofsAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        var (proofs, end) = (ReconciliationRows.Proofs, ReconciliationRows.Day(DateOnly.FromDateTime(before.UtcDateTime)));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {proofs} and RowKey lt {end}");
        await foreach (var rows in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ChunksOfAsync(RowsAtOnce, cancellation))
        {
            if (budget.Spent) return;
            var old = rows.Where(row => ReconciliationRows.ReadProof(row).Holds).Select(row => row.RowKey).ToList();
            await RowRemoval.RemoveAsync(table, proofs, old, cancellation);
            budget.Took(old.Count);
        }
    }
}

using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.DeadLetters;

/// <summary>Removes closed entries by the time when they were closed, which a small row of its own tells in order.</summary>
internal sealed class DeadLetterPurge(IsthmusTables tables)
{
    private const string ByTime = "closed-by-time";
    private const int EntriesAtOnce = 50;

    public Task NoteAsync(DeadLetter closed, CancellationToken cancellation) => tables.DeadLetters.UpsertEntityAsync(
        new TableEntity(ByTime, $"{closed.LastAt.UtcTicks:D19}|{TableKey.Escape(closed.RunId)}") { ["RunId"] = closed.RunId },
        TableUpdateMode.Replace, cancellation);

    public async Task RunAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        var end = before.UtcTicks.ToString("D19");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ByTime} and RowKey lt {end}");
        await foreach (var notes in tables.DeadLetters
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ChunksOfAsync(EntriesAtOnce, cancellation))
        {
            if (budget.Spent) return;
            var old = new List<string>();
            foreach (var row in notes.Select(note => TableKey.Escape(note.GetString("RunId"))).Distinct())
            {
                if (await IsOldAsync(row, before, cancellation)) old.Add(row);
            }
            await RowRemoval.RemoveAsync(tables.DeadLetters, DeadLetterRows.Closed, old, cancellation);
            await RowRemoval.RemoveAsync(tables.DeadLetters, ByTime, notes.Select(note => note.RowKey), cancellation);
            budget.Took(old.Count);
        }
    }

    /// <summary>An entry that was opened and closed again has a later note, which is the one that counts.</summary>
    private async Task<bool> IsOldAsync(string row, DateTimeOffset before, CancellationToken cancellation)
    {
        var found = await tables.DeadLetters.GetEntityIfExistsAsync<TableEntity>(
            DeadLetterRows.Closed, row, cancellationToken: cancellation);
        return found.HasValue && found.Value!.GetDateTimeOffset("LastAt") < before;
    }
}

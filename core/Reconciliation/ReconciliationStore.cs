using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Reconciliation;

/// <summary>
/// The record of every payout, line by line, and the daily proofs. Lines lie in their payout's partition in order of time, so that
/// a payout of any size is written a hundred lines at a time and read without holding it.
/// </summary>
public sealed class ReconciliationStore(IsthmusTables tables, TimeProvider time)
{
    /// <summary>A transaction of a table holds so many rows.</summary>
    public const int LinesAtOnce = 100;

    /// <summary>The payout, or null.</summary>
    public async Task<Payout?> FindAsync(string payout, CancellationToken cancellation = default)
    {
        var row = await tables.Reconciliation.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Escape(payout), ReconciliationRows.Head, cancellationToken: cancellation);
        return row.HasValue ? ReconciliationRows.ReadPayout(row.Value!) : null;
    }

    /// <summary>
    /// Writes how a payout stands, for itself and in the list of payouts. What <see cref="NoteAsync"/> noted stays.
    /// </summary>
    public Task PutAsync(Payout payout, CancellationToken cancellation = default)
    {
        var now = payout with { UpdatedAt = time.GetUtcNow() };
        return MergeAsync(payout, (partition, row) => ReconciliationRows.Write(now, partition, row), cancellation);
    }

    /// <summary>Notes what was written elsewhere for a payout; whoever adds it up again at the same time does not lose it.</summary>
    public Task NoteAsync(Payout payout, PayoutNotes notes, CancellationToken cancellation = default) =>
        MergeAsync(payout, (partition, row) => ReconciliationRows.Write(notes, partition, row), cancellation);

    private async Task MergeAsync(Payout payout, Func<string, string, TableEntity> write, CancellationToken cancellation)
    {
        (string, string)[] places =
            [(TableKey.Escape(payout.Id), ReconciliationRows.Head), (ReconciliationRows.List, ReconciliationRows.Place(payout))];
        foreach (var (partition, row) in places)
            await tables.Reconciliation.UpsertEntityAsync(write(partition, row), TableUpdateMode.Merge, cancellation);
    }

    /// <summary>Writes lines of a payout; to write one again changes nothing but its state.</summary>
    public async Task PutLinesAsync(string payout, IEnumerable<PayoutLine> lines, CancellationToken cancellation = default)
    {
        var partition = TableKey.Escape(payout);
        foreach (var chunk in lines.Chunk(LinesAtOnce))
        {
            await tables.Reconciliation.SubmitTransactionAsync(
                chunk.Select(line => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, ReconciliationRows.Write(line, partition))),
                cancellation);
        }
    }

    /// <summary>Every line of a payout, oldest first, or those in a state.</summary>
    public async IAsyncEnumerable<PayoutLine> LinesAsync(
        string payout, LineState? state = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in tables.Reconciliation.QueryAsync<TableEntity>(Filter(payout, state), cancellationToken: cancellation))
            yield return ReconciliationRows.ReadLine(row);
    }

    /// <summary>A page of a payout's lines.</summary>
    public Task<(IReadOnlyList<PayoutLine> Items, string? Continuation)> LinePageAsync(
        string payout, LineState? state, int limit, string? continuation, CancellationToken cancellation = default) =>
        PageAsync(Filter(payout, state), ReconciliationRows.ReadLine, limit, continuation, cancellation);

    /// <summary>A page of payouts, the latest arrival first.</summary>
    public Task<(IReadOnlyList<Payout> Items, string? Continuation)> ListAsync(
        int limit, string? continuation, CancellationToken cancellation = default)
    {
        var list = ReconciliationRows.List;
        return PageAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {list}"), ReconciliationRows.ReadPayout, limit, continuation, cancellation);
    }

    /// <summary>What is added up of a payout's lines, by currency. Reads them once and holds none.</summary>
    public async Task<IReadOnlyDictionary<string, PayoutTotals>> TotalAsync(string payout, CancellationToken cancellation = default)
    {
        var totals = new Dictionary<string, PayoutTotals>(StringComparer.Ordinal);
        await foreach (var line in LinesAsync(payout, cancellation: cancellation))
            totals[line.Currency] = (totals.GetValueOrDefault(line.Currency) ?? new PayoutTotals()).With(line);
        return totals;
    }

    /// <summary>
    /// Adds a payout's lines up and writes what they say. Where some are open it looks again after writing, because whoever matched
    /// one at the same moment may have written before.
    /// </summary>
    /// <param name="payout">The payout's id; it is stored already.</param>
    /// <param name="finish">Adds what is to be written with it.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<Payout> JudgeAsync(string payout, Func<Payout, Payout> finish, CancellationToken cancellation = default)
    {
        while (true)
        {
            var stored = (await FindAsync(payout, cancellation))!;
            var judged = finish(stored.Judge(await TotalAsync(payout, cancellation)));
            await PutAsync(judged, cancellation);
            if (judged.Totals.Open == 0 || stored.Judge(await TotalAsync(payout, cancellation)).Totals == judged.Totals) return judged;
        }
    }

    /// <summary>Writes the proof of a day, whole.</summary>
    public async Task PutProofAsync(DailyProof proof, CancellationToken cancellation = default) =>
        await tables.Reconciliation.UpsertEntityAsync(
            ReconciliationRows.Write(proof with { ProvedAt = time.GetUtcNow() }), TableUpdateMode.Replace, cancellation);

    /// <summary>The proofs of the days between two, both inclusive, oldest first.</summary>
    public async Task<IReadOnlyList<DailyProof>> ProofsAsync(DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        var (proofs, first, last) = (ReconciliationRows.Proofs, ReconciliationRows.Day(from), ReconciliationRows.Day(to));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {proofs} and RowKey ge {first} and RowKey le {last}");
        var found = new List<DailyProof>();
        await foreach (var row in tables.Reconciliation.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            found.Add(ReconciliationRows.ReadProof(row));
        return found;
    }

    /// <summary>Removes payouts that arrived, and days, before <paramref name="before"/>, unless a person has still to look at them.</summary>
    public Task PurgeAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation = default) =>
        new ReconciliationPurge(tables.Reconciliation).RunAsync(before, budget, cancellation);

    private static string Filter(string payout, LineState? state)
    {
        var (partition, from, until) = (TableKey.Escape(payout), ReconciliationRows.Line, ReconciliationRows.Line + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {until}");
        return state is { } wanted ? $"{filter} and State eq '{wanted}'" : filter;
    }

    private async Task<(IReadOnlyList<T> Items, string? Continuation)> PageAsync<T>(
        string filter, Func<TableEntity, T> read, int limit, string? continuation, CancellationToken cancellation)
    {
        await foreach (var page in tables.Reconciliation
            .QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellation).AsPages(continuation, limit))
        {
            return ([.. page.Values.Select(read)], page.ContinuationToken);
        }
        return ([], null);
    }
}

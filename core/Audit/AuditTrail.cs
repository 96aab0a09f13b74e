using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Audit;

/// <summary>
/// Who did what to which record, newest first. Entries are added, never changed: each holds the hash of the one before it, so
/// that whoever changes, removes or moves one breaks the chain.
/// </summary>
public sealed class AuditTrail
{
    private readonly IsthmusTables tables;
    private readonly TimeProvider time;
    private readonly AuditChain chain;
    private readonly Batches<AuditEntry> writer;

    /// <summary>The trail in the given tables.</summary>
    public AuditTrail(IsthmusTables tables, TimeProvider time)
    {
        (this.tables, this.time) = (tables, time);
        chain = new AuditChain(tables);
        writer = new Batches<AuditEntry>(AuditChain.EntriesABatch, chain.AppendAsync);
    }

    /// <summary>Adds an entry with the time of now.</summary>
    /// <param name="actor">The flow's run id, or <c>operator:NAME</c>.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">The record: system, kind and id.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="mapping">Mapping document and version, where one made the record.</param>
    /// <param name="fields">Names of the fields that were written, where known.</param>
    /// <param name="cancellation">Gives up before the entry is added.</param>
    public Task AddAsync(
        string actor, string action, string subject, string outcome, string? mapping = null, IEnumerable<string>? fields = null,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return writer.AddAsync(new AuditEntry(time.GetUtcNow(), actor, action, subject, outcome, mapping)
        {
            Fields = fields is null ? null : string.Join(',', fields),
        });
    }

    /// <summary>A page of a month's entries, newest first.</summary>
    public async Task<(IReadOnlyList<AuditEntry> Entries, string? Continuation)> ListAsync(
        string month, int limit, string? continuation, CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {month} and RowKey ge {AuditRows.First}");
        await foreach (var page in tables.Audit
            .QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellation).AsPages(continuation, limit))
        {
            return ([.. page.Values.Select(AuditRows.Read)], page.ContinuationToken);
        }
        return ([], null);
    }

    /// <summary>
    /// What was done by or to one record between two moments, newest first. Entries are found by their time, so that the cost
    /// follows what happened in between, not the length of the history.
    /// </summary>
    /// <param name="subject">A run's id; entries that it wrote, and entries about it.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<IReadOnlyList<AuditEntry>> OfAsync(
        string subject, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation = default)
    {
        var found = new List<AuditEntry>();
        foreach (var month in AuditRows.Months(from, to))
        {
            if (await chain.FindAsync(month) is not { } head) continue;
            var moments = new AuditMoments(tables, head);
            var (newest, oldest) = (await moments.LastAsync(to, cancellation), await moments.FirstAsync(from, cancellation));
            var filter = TableClient.CreateQueryFilter(
                $"PartitionKey eq {month} and RowKey ge {AuditRows.Key(newest)} and RowKey le {AuditRows.Key(oldest)} and (Actor eq {subject} or Subject eq {subject})");
            await foreach (var row in tables.Audit.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) found.Add(AuditRows.Read(row));
        }
        return found;
    }

    /// <summary>Reads a month's chain from end to end and says where it is broken.</summary>
    public async Task<AuditVerdict> VerifyAsync(string month, CancellationToken cancellation = default) =>
        await new AuditVerification(tables, month, await chain.FindAsync(month), await chain.AnchorAsync(month)).RunAsync(cancellation);

    /// <summary>
    /// Removes entries that were written before <paramref name="before"/>, oldest first. What stays can still be verified: the
    /// number and the hash of the last one removed are kept. A month whose chain is broken is left as it is: it is evidence.
    /// </summary>
    /// <returns>What was removed, a line a month.</returns>
    public Task<IReadOnlyList<PurgedAudit>> PurgeAsync(
        DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation = default) =>
        new AuditPurge(tables, chain).RunAsync(before, budget, cancellation);
}

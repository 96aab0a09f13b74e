using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Audit;

/// <summary>What was removed of a month.</summary>
/// <param name="Month">yyyyMM.</param>
/// <param name="Upto">The number of the last entry removed.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Broken">True where the chain is broken behind it, so that the purge stopped there.</param>
public sealed record PurgedAudit(string Month, long Upto, string Hash, bool Broken);

/// <summary>
/// Removes the oldest entries of a month, each hundred in one transaction with the anchor that the rest hangs on; so the chain can
/// be verified at any moment, whatever dies.
/// </summary>
internal sealed class AuditPurge(IsthmusTables tables, AuditChain chain)
{
    private const string Format = "yyyyMM";

    public async Task<IReadOnlyList<PurgedAudit>> RunAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        var purged = new List<PurgedAudit>();
        foreach (var month in await MonthsAsync(before, cancellation))
        {
            if (await PurgeAsync(month, before, budget, cancellation) is { } some) purged.Add(some);
            if (budget.Spent) break;
        }
        return purged;
    }

    /// <summary>Months from the first that has an entry, or had one.</summary>
    private async Task<List<string>> MonthsAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var months = new List<string>();
        await foreach (var page in tables.Audit.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellation).AsPages())
        {
            if (page.Values is not [var first]) break;
            var month = DateTimeOffset.ParseExact(first.PartitionKey, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            for (; month < before; month = month.AddMonths(1)) months.Add(AuditRows.Month(month));
            break;
        }
        return months;
    }

    private async Task<PurgedAudit?> PurgeAsync(string month, DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        if (await chain.FindAsync(month) is not { } head) return null;
        var anchor = await chain.AnchorAsync(month);
        PurgedAudit? purged = null;
        while (!budget.Spent && (anchor?.Sequence ?? 0) < head.Sequence)
        {
            var (old, broken) = await OldestAsync(month, anchor, head, before, cancellation);
            if (broken) return new PurgedAudit(month, anchor?.Sequence ?? 0, anchor?.Hash ?? "", Broken: true);
            if (old.Count == 0) break;
            var removals = old.Select(entry => new TableTransactionAction(
                TableTransactionActionType.Delete, new TableEntity(month, AuditRows.Key(entry.Sequence)), ETag.All));
            await tables.Audit.SubmitTransactionAsync([.. removals, AuditAnchor.MoveTo(month, old[^1])], cancellation);
            budget.Took(old.Count);
            anchor = new AuditAnchor(old[^1].Sequence, old[^1].Hash);
            purged = new PurgedAudit(month, anchor.Sequence, anchor.Hash, Broken: false);
        }
        return purged;
    }

    /// <summary>The entries after the anchor that are old enough, oldest first, at most a transaction's worth.</summary>
    private async Task<(List<AuditEntry> Old, bool Broken)> OldestAsync(
        string month, AuditAnchor? anchor, AuditHead head, DateTimeOffset before, CancellationToken cancellation)
    {
        var after = anchor?.Sequence ?? 0;
        var upto = Math.Min(after + AuditChain.EntriesABatch, head.Sequence);
        var (from, until) = (AuditRows.Key(upto), AuditRows.Key(after + 1));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {month} and RowKey ge {from} and RowKey le {until}");
        var found = new List<AuditEntry>();
        await foreach (var row in tables.Audit.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) found.Add(AuditRows.Read(row));
        found.Reverse();
        var link = anchor?.Hash;
        for (var i = 0; i < upto - after; i++)
        {
            if (i >= found.Count || found[i].Sequence != after + 1 + i || AuditHash.Of(found[i]) != found[i].Hash
                || (link is not null && found[i].Previous != link)) return ([], true);
            link = found[i].Hash;
        }
        return ([.. found.TakeWhile(entry => entry.At < before)], false);
    }
}

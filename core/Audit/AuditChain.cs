using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Audit;

/// <summary>Appends entries to the chain of their month: many in one transaction, with the head that they move.</summary>
internal sealed class AuditChain(IsthmusTables tables)
{
    /// <summary>A transaction takes 100 changes; one of them moves the head.</summary>
    public const int EntriesABatch = 99;

    private AuditHead? known;

    public async Task AppendAsync(IReadOnlyList<AuditEntry> entries)
    {
        foreach (var month in entries.GroupBy(entry => AuditRows.Month(entry.At))) await AppendAsync(month.Key, [.. month]);
    }

    private async Task AppendAsync(string month, List<AuditEntry> entries)
    {
        for (var attempt = 1; ; attempt++)
        {
            var head = known?.Month == month ? known : await HeadAsync(month);
            var (sequence, previous) = (head.Sequence, head.Hash);
            var chained = new List<AuditEntry>(entries.Count);
            foreach (var entry in entries)
            {
                chained.Add(AuditHash.Chain(entry, ++sequence, previous));
                previous = chained[^1].Hash;
            }
            var actions = chained.Select(entry => new TableTransactionAction(TableTransactionActionType.Add, AuditRows.Write(entry)));
            try
            {
                var answers = await tables.Audit.SubmitTransactionAsync([.. actions, head.MoveTo(chained[^1])]);
                known = new AuditHead(month, sequence, previous, answers.Value[^1].Headers.ETag);
                return;
            }
            catch (RequestFailedException taken)
            {
                // Another process added to the chain meanwhile, or the answer was lost: look where the chain ends now.
                known = null;
                if (taken.Status is not (409 or 412) || attempt == 20) throw;
            }
        }
    }

    private async Task<AuditHead> HeadAsync(string month) =>
        await FindAsync(month) ?? new AuditHead(month, 0, (await FindAsync(Before(month)))?.Hash ?? "", null);

    /// <summary>The head of a month, or null when nothing happened in it.</summary>
    public async Task<AuditHead?> FindAsync(string month)
    {
        var found = await tables.Audit.GetEntityIfExistsAsync<TableEntity>(month, AuditRows.Head);
        return found.HasValue ? AuditHead.Read(found.Value!) : null;
    }

    /// <summary>The entry of a month that was purged last, or null when none was.</summary>
    public async Task<AuditAnchor?> AnchorAsync(string month)
    {
        var found = await tables.Audit.GetEntityIfExistsAsync<TableEntity>(month, AuditRows.Anchor);
        return found.HasValue ? AuditAnchor.Read(found.Value!) : null;
    }

    private static string Before(string month) => AuditRows.Month(
        DateTimeOffset.ParseExact(month + "01", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).AddMonths(-1));
}

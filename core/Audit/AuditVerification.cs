using System.Globalization;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Audit;

/// <summary>
/// Walks a month's chain from its head to its first entry, or to the one that was purged last, and finds every place where it is
/// broken.
/// </summary>
internal sealed class AuditVerification(IsthmusTables tables, string month, AuditHead? head, AuditAnchor? anchor)
{
    private const int MostBreaks = 100;
    private readonly List<AuditBreak> breaks = [];

    public async Task<AuditVerdict> RunAsync(CancellationToken cancellation)
    {
        var expected = head?.Sequence ?? 0;
        var link = head?.Hash;
        var entries = 0L;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {month} and RowKey ge {AuditRows.First}");
        await foreach (var row in tables.Audit.QueryAsync<TableEntity>(filter, 1000, cancellationToken: cancellation))
        {
            var entry = AuditRows.Read(row);
            var place = long.MaxValue - long.Parse(row.RowKey, CultureInfo.InvariantCulture);
            Gap(expected, place);
            var moved = place != entry.Sequence;
            if (moved) Break(place, "reordered", $"Entry {entry.Sequence} lies where {place} belongs.");
            else if (AuditHash.Of(entry) != entry.Hash) Break(place, "changed", "The entry is not what was written.");
            else if (place == expected && link is not null && link != entry.Hash) Break(place, "unlinked", "The entry after it names another one.");
            (expected, link) = (place - 1, moved ? null : entry.Previous);
            entries++;
        }
        var purged = anchor?.Sequence ?? 0;
        Gap(expected, purged);
        if (expected == purged && anchor is not null && link is not null && link != anchor.Hash)
            Break(purged + 1, "unlinked", "It does not follow the entry that was purged last.");
        return new AuditVerdict(month, entries, head?.Hash, [.. breaks.Take(MostBreaks)]) { From = purged + 1 };
    }

    private void Gap(long expected, long found)
    {
        for (var missing = expected; missing > found && breaks.Count < MostBreaks; missing--) Break(missing, "removed", "The entry is gone.");
        if (found > expected) Break(found, "unlinked", "The chain ended before this entry.");
    }

    private void Break(long sequence, string kind, string message)
    {
        if (breaks.Count < MostBreaks) breaks.Add(new AuditBreak(sequence, kind, message));
    }
}

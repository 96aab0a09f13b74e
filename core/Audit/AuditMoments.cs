using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Audit;

/// <summary>Finds entries of a month by when they were written: their numbers follow their times, give or take a moment.</summary>
internal sealed class AuditMoments(IsthmusTables tables, AuditHead head)
{
    /// <summary>Entries that are written at the same time may stand in another order than their times.</summary>
    private static readonly TimeSpan Disorder = TimeSpan.FromMinutes(1);

    /// <summary>The number of the first entry that may have been written at a moment or later; a few point reads.</summary>
    public Task<long> FirstAsync(DateTimeOffset moment, CancellationToken cancellation) => SearchAsync(moment - Disorder, cancellation);

    /// <summary>The number of the last entry that may have been written at a moment or earlier.</summary>
    public Task<long> LastAsync(DateTimeOffset moment, CancellationToken cancellation) => SearchAsync(moment + Disorder, cancellation);

    private async Task<long> SearchAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var (low, high) = (1L, head.Sequence);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (await TimeAsync(middle, cancellation) is { } at && at < moment) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private async Task<DateTimeOffset?> TimeAsync(long sequence, CancellationToken cancellation)
    {
        // An entry that somebody removed says nothing; the search then begins before it.
        var row = await tables.Audit.GetEntityIfExistsAsync<TableEntity>(head.Month, AuditRows.Key(sequence), ["At"], cancellation);
        return row.HasValue ? row.Value!.GetDateTimeOffset("At") : null;
    }
}

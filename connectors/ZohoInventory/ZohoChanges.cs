using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>
/// Rows changed since a moment, from a list that is asked for newest change first. Stops at the first older row, but only while
/// the list keeps that order: where Zoho ignores the sorting, every row is read and compared.
/// </summary>
internal static class ZohoChanges
{
    public static IReadOnlyList<(string, string?)> Newest { get; } = [("sort_column", "last_modified_time"), ("sort_order", "D")];

    public static async IAsyncEnumerable<JsonElement> SinceAsync(
        IAsyncEnumerable<JsonElement> rows, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sorted = true;
        var previous = DateTimeOffset.MaxValue;
        var older = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            var changed = ZohoTime.Modified(row);
            sorted &= changed <= previous;
            previous = changed ?? previous;
            if (changed >= since || changed is null) yield return row;
            else if (sorted && ++older >= 200) yield break;
        }
    }
}

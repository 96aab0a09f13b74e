using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Isthmus.Connectors.Stripe;

/// <summary>
/// Reads events oldest first, although Stripe lists them newest first: an hour at a time, so that memory holds an hour's
/// events at most and whoever reads can stop and go on from the last one.
/// </summary>
internal static class StripeEventSweep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static async IAsyncEnumerable<JsonElement> ReadAsync(
        StripeTransport transport, DateTimeOffset since, DateTimeOffset now, IReadOnlyList<string> types,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = since < now - Kept ? now - Kept : since;
        var slice = Slice(now - from);
        for (; from <= now; from += slice)
        {
            var newestFirst = await StripeList
                .ReadAsync(transport, "list events", "/v1/events", Filters(from, from + slice, types), cancellation)
                .ToListAsync(cancellation);
            for (var at = newestFirst.Count - 1; at >= 0; at--) yield return newestFirst[at];
        }
    }

    /// <summary>At most 24 slices, so that a long gap does not cost a call for each of its hours.</summary>
    private static TimeSpan Slice(TimeSpan gap) => TimeSpan.FromSeconds(Math.Max(3600, Math.Ceiling(gap.TotalSeconds / 24)));

    private static (string, string?)[] Filters(DateTimeOffset from, DateTimeOffset until, IReadOnlyList<string> types) =>
    [
        ("created[gte]", Unix(from)), ("created[lt]", Unix(until)),
        .. types.Select(type => ("types[]", (string?)type)),
    ];

    private static string Unix(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}

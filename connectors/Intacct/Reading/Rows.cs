using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Intacct.Replies;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Intacct.Reading;

/// <summary>The records in a result, and what it says of those behind them.</summary>
internal static class Rows
{
    /// <summary>A page of a query or of a list.</summary>
    /// <exception cref="FailureException">
    /// It does not say how many are left, or says some are and shows none: a reading would end early, and what lies behind seem deleted.
    /// </exception>
    public static IntacctPage Page(IntacctResult result, string operation)
    {
        var rows = Of(result);
        return Number(result, "numremaining") is { } remaining && (remaining == 0 || rows.Count > 0)
            ? new IntacctPage(rows, Number(result, "totalcount") ?? rows.Count + remaining, remaining)
            : throw new FailureException(IntacctRefusals.Malformed(operation, 200).Failure);
    }

    public static IReadOnlyList<JsonElement> Of(IntacctResult result) => [.. (result.Data?.Children ?? []).Select(RowJson.Of)];

    private static long? Number(IntacctResult result, string name) =>
        long.TryParse(result.Data?.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Intacct.Replies;

namespace Isthmus.Connectors.Intacct.Reading;

/// <summary>The records in a result, and what it says of those behind them.</summary>
internal static class Rows
{
    public static IntacctPage Page(IntacctResult result)
    {
        var rows = Of(result);
        return new IntacctPage(rows, Number(result, "totalcount") ?? rows.Count, Number(result, "numremaining") ?? 0);
    }

    public static IReadOnlyList<JsonElement> Of(IntacctResult result) => [.. (result.Data?.Children ?? []).Select(RowJson.Of)];

    private static long? Number(IntacctResult result, string name) =>
        long.TryParse(result.Data?.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

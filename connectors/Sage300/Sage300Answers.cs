using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Sage300;

/// <summary>Reads the envelope of a list, in the words of either OData version.</summary>
internal static class Sage300Answers
{
    public static IReadOnlyList<JsonElement> Rows(JsonElement answer) => [.. answer.Items("value")];

    public static long? Count(JsonElement answer) =>
        (answer.Number("@odata.count") ?? answer.Number("odata.count")) is { } count ? (long)count : null;

    /// <summary>
    /// How many records lie before the next page. A link carries its <c>$skip</c> only: it has lost what was asked for, and its
    /// host may be an internal one, so nothing else of it is used.
    /// </summary>
    public static long? Skip(JsonElement answer, long skipped, int rows)
    {
        var link = answer.Text("@odata.nextLink") ?? answer.Text("odata.nextLink");
        if (link is null) return null;
        var query = link[(link.IndexOf('?') + 1)..].Split('&').Select(Uri.UnescapeDataString);
        var skip = query.FirstOrDefault(option => option.StartsWith("$skip=", StringComparison.Ordinal));
        return skip is not null && long.TryParse(skip.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var next)
            ? next : skipped + rows;
    }
}

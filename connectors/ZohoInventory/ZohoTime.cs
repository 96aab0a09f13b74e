using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>Zoho's time stamps: <c>2026-09-04T13:59:16+0100</c>, with an offset without colon.</summary>
internal static class ZohoTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:sszzz"];

    public static string Write(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string? text) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>When a record changed last; null when it does not say.</summary>
    public static DateTimeOffset? Modified(JsonElement row) => Read(row.Text("last_modified_time"));
}

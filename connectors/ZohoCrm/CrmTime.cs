using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// The CRM's moments: <c>2026-05-04T09:13:41-05:00</c>, whole seconds in the time zone of the token's user. One instant may come
/// with another offset after a change of the clock, so instants are compared, never texts.
/// </summary>
public static class CrmTime
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFzzz"];

    /// <summary>In UTC, to the second.</summary>
    public static string Write(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>Null where the text is no moment.</summary>
    public static DateTimeOffset? Read(string? text) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>When a record changed last; null when it does not say.</summary>
    public static DateTimeOffset? Modified(JsonElement record) => Read(record.Text("Modified_Time"));
}

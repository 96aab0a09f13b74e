using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Sage300;

/// <summary>
/// Dates of Sage 300: days of the company's calendar that look like moments. The day is taken as it stands, never converted.
/// </summary>
public static class Sage300Day
{
    /// <summary>The day that a property holds; null when it is absent, empty or no date.</summary>
    public static DateOnly? Read(JsonElement record, string property) => record.Text(property) is { Length: >= 10 } text
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : null;
}

using System.Globalization;

namespace Isthmus.Sandbox.ZohoCrm.Organization;

/// <summary>Times as the vendor writes them: whole seconds, with the offset of the reader's zone.</summary>
internal static class CrmTime
{
    private const string Format = "yyyy-MM-ddTHH:mm:sszzz";

    public static string Show(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset WholeSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    /// <summary>An ISO 8601 time with offset (or Z) and without fractions of a second.</summary>
    public static bool TryRead(string text, out DateTimeOffset time)
    {
        var given = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        return DateTimeOffset.TryParseExact(given, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>
/// One value either way: the service writes dates as moments and blank ones as its own null date, Sage's columns and the agent write
/// YYYYMMDD and nothing.
/// </summary>
internal static class SoapValues
{
    private const string Day = "yyyyMMdd";

    public static string Text(JsonElement value, XName? type, DateTime nullDate)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null or JsonValueKind.Undefined => "",
            _ => value.GetRawText(),
        };
        if (type != SoapNames.DateTime) return text;
        return (DateTime.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : nullDate)
            .ToString("s", CultureInfo.InvariantCulture);
    }

    public static JsonNode Value(string text, XName? type, DateTime nullDate)
    {
        if (type == SoapNames.DateTime)
            return Moment(text) is { } at && at != nullDate ? at.ToString(Day, CultureInfo.InvariantCulture) : "";
        return type is not null && SoapNames.Numbers.Contains(type)
            && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : text;
    }

    /// <summary>A moment by the host's own clock, whatever zone a writer may have put behind it.</summary>
    public static DateTime? Moment(string text) =>
        DateTime.TryParse(text.TrimEnd('Z') is { Length: > 19 } longer ? longer[..19] : text.TrimEnd('Z'), CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var at) ? at : null;

    /// <summary>Sage's decimal hours.</summary>
    public static string Hours(DateTime at) =>
        (decimal.Floor((decimal)at.TimeOfDay.Ticks / TimeSpan.TicksPerHour * 100_000) / 100_000)
            .ToString("0.00000", CultureInfo.InvariantCulture);
}

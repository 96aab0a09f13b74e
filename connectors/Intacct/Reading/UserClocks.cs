using System.Globalization;
using Isthmus.Connectors.Intacct.Replies;
using Isthmus.Connectors.Intacct.Xml;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Intacct.Reading;

/// <summary>Makes the user's clock of what readUserFormatting says and of the zone that the connection names.</summary>
internal static class UserClocks
{
    private const string Operation = "readUserFormatting";

    /// <summary>The clock.</summary>
    /// <exception cref="FailureException">The format is unknown, or the zone is not that of the user.</exception>
    public static IntacctClock Create(IntacctResult result, string zoneName, DateTimeOffset now)
    {
        var formatting = result.Data?.Child("userformatting") ?? result.Data ?? new XmlPart("userformatting");
        var offset = Offset(formatting.TextOf("gmtoffset")) ?? throw Unknown("offset", formatting.TextOf("gmtoffset"));
        var zone = zoneName.Length == 0
            ? TimeZoneInfo.CreateCustomTimeZone($"UTC{formatting.TextOf("gmtoffset")}", offset, null, null)
            : Named(zoneName, offset, now);
        return IntacctClock.Create(zone, formatting.TextOf("dateformat"), formatting.TextOf("clock"))
            ?? throw Unknown("date format", $"{formatting.TextOf("dateformat")} {formatting.TextOf("clock")}");
    }

    /// <summary>Intacct does not say whether its offset is the standard one or today's: both fit.</summary>
    private static TimeZoneInfo Named(string name, TimeSpan offset, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        return offset == zone.BaseUtcOffset || offset == zone.GetUtcOffset(now) ? zone : throw new FailureException(new Failure(
            FailureClass.Auth, IntacctOptions.Id, Operation, "zone-mismatch",
            $"The user's clock is {offset} from UTC, that of {name} is not.",
            "Set TimeZone to the user's zone, or the user's zone to UTC and TimeZone to nothing."));
    }

    private static TimeSpan? Offset(string text)
    {
        var span = text.TrimStart('+', '-', ' ').Replace(" ", "", StringComparison.Ordinal);
        if (!TimeSpan.TryParseExact(span, ["hh\\:mm", "h\\:mm"], CultureInfo.InvariantCulture, out var offset)) return null;
        return text.TrimStart().StartsWith('-') ? -offset : offset;
    }

    private static FailureException Unknown(string what, string value) => new(new Failure(
        FailureClass.Auth, IntacctOptions.Id, Operation, "formatting-unknown", $"The user's {what} '{value}' is none that is known here.",
        "Set the user's preferences: date format MM/DD/YYYY, 24 hours, time zone GMT."));
}

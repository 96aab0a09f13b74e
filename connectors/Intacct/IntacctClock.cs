using System.Globalization;

namespace Isthmus.Connectors.Intacct;

/// <summary>
/// The clock that the user's answers go by: Intacct writes moments in the user's zone and format, without an offset, and takes them so.
/// Source: developer.intacct.com, company/users, readUserFormatting.
/// </summary>
public sealed class IntacctClock
{
    // No zone moves its clock by more, nor twice in as long.
    private static readonly TimeSpan LongestShift = TimeSpan.FromHours(3);

    private readonly string day;
    private readonly string moment;

    private IntacctClock(TimeZoneInfo zone, string day, string moment) => (Zone, this.day, this.moment) = (zone, day, moment);

    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>A clock of a zone and of the format codes that Intacct tells; null where the codes are unknown.</summary>
    /// <param name="zone">The user's zone.</param>
    /// <param name="dateFormat">Separator and order: <c>/mdY</c> for 03/09/2026, <c>-Ymd</c> for 2026-03-09, <c>.dmy</c> for
    /// 09.03.26.</param>
    /// <param name="hours">24, or 12 for hours with AM and PM.</param>
    public static IntacctClock? Create(TimeZoneInfo zone, string dateFormat, string hours)
    {
        if (dateFormat.Length != 4 || hours is not ("12" or "24")) return null;
        var parts = dateFormat[1..].Select(Part).ToList();
        if (parts.Any(part => part.Length == 0) || parts.Select(part => part[0]).Distinct().Count() != 3) return null;
        var day = string.Join($"'{dateFormat[0]}'", parts);
        return new IntacctClock(zone, day, day + (hours == "24" ? " HH':'mm':'ss" : " hh':'mm':'ss tt"));
    }

    /// <summary>A moment as Intacct writes it; null when it is blank or of another form. An hour that autumn repeats counts as the
    /// first.</summary>
    public DateTimeOffset? Read(string? text)
    {
        if (!DateTime.TryParseExact(text, [moment, day], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return null;
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>
    /// The two readings of the clock between which every moment of a stretch lies, also where the clock is put back within it: then the
    /// stretch is told an hour too long rather than an hour too short.
    /// </summary>
    /// <param name="since">Its begin, inclusive.</param>
    /// <param name="until">Its end; what is told lies behind it.</param>
    public (string From, string To) Between(DateTimeOffset since, DateTimeOffset until)
    {
        var least = Min(Zone.GetUtcOffset(since), Zone.GetUtcOffset(since + LongestShift));
        var most = Max(Zone.GetUtcOffset(until), Zone.GetUtcOffset(until - LongestShift));
        return (Write(since, least), Write(until.AddSeconds(1), most));
    }

    private string Write(DateTimeOffset at, TimeSpan offset) => at.ToOffset(offset).DateTime.ToString(moment, CultureInfo.InvariantCulture);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static string Part(char code) => code switch { 'm' => "MM", 'd' => "dd", 'y' => "yy", 'Y' => "yyyy", _ => "" };
}

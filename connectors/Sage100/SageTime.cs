using System.Globalization;

namespace Isthmus.Connectors.Sage100;

/// <summary>
/// Sage's change stamps: a date <c>YYYYMMDD</c> and a time as decimal hours in text (<c>14.50833</c> is 14:30:30), both by the
/// host's own clock and zone.
/// </summary>
public static class SageTime
{
    /// <summary>
    /// A stamp as a moment; null when it is blank or unreadable. An hour that autumn repeats counts as the first one, so that
    /// nothing is missed.
    /// </summary>
    /// <param name="date">Eight digits.</param>
    /// <param name="time">Decimal hours; blank for midnight.</param>
    /// <param name="zone">The host's zone.</param>
    public static DateTimeOffset? Read(string? date, string? time, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day)) return null;
        var hours = 0m;
        if (!string.IsNullOrWhiteSpace(time)
            && !decimal.TryParse(time, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out hours)) return null;
        if (hours is < 0 or >= 24) return null;
        var local = day.AddSeconds((double)decimal.Round(hours * 3600));
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>
    /// A moment as a stamp, rounded down. In the hour that autumn repeats it is the beginning of that hour, because what is written after
    /// the clock was set back bears earlier stamps than what was written before.
    /// </summary>
    /// <param name="at">The moment.</param>
    /// <param name="zone">The host's zone.</param>
    public static (string Date, string Time) Write(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = Repeated(TimeZoneInfo.ConvertTime(at, zone).DateTime, zone);
        var hours = decimal.Floor((decimal)local.TimeOfDay.Ticks / TimeSpan.TicksPerHour * 100_000) / 100_000;
        return (local.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            hours.ToString("0.00000", CultureInfo.InvariantCulture));
    }

    private static DateTime Repeated(DateTime local, TimeZoneInfo zone)
    {
        if (!zone.IsAmbiguousTime(local)) return local;
        var minute = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (zone.IsAmbiguousTime(minute.AddMinutes(-1))) minute = minute.AddMinutes(-1);
        return minute;
    }
}

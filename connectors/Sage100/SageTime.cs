using System.Globalization;

namespace Isthmus.Connectors.Sage100;

/// <summary>
/// Sage's change stamps: a date <c>YYYYMMDD</c> and a time as decimal hours in text (<c>14.50833</c> is 14:30:30), both by the
/// host's own clock and zone.
/// </summary>
public static class SageTime
{
    /// <summary>
    /// A moment as a stamp, rounded down. In the hour that autumn repeats it is the beginning of that hour, because what is written
    /// after the clock was set back bears earlier stamps than what was written before.
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

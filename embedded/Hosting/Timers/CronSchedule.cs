namespace Isthmus.Embedded.Hosting.Timers;

/// <summary>
/// An NCRONTAB expression: {second} {minute} {hour} {day} {month} {day of week}, or without the seconds. All fields must match.
/// </summary>
internal sealed class CronSchedule : ITimerSchedule
{
    private const int MostYears = 8;

    private readonly ulong seconds, minutes, hours, days, months, daysOfWeek;

    private CronSchedule(string[] fields)
    {
        seconds = CronField.Second.Parse(fields[0]);
        minutes = CronField.Minute.Parse(fields[1]);
        hours = CronField.Hour.Parse(fields[2]);
        days = CronField.Day.Parse(fields[3]);
        months = CronField.Month.Parse(fields[4]);
        daysOfWeek = CronField.DayOfWeek.Parse(fields[5]);
    }

    public bool CanBeMonitored => ulong.IsPow2(seconds);

    /// <exception cref="FormatException">Says which field is wrong, and what it may hold.</exception>
    public static CronSchedule Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length switch
        {
            6 => new CronSchedule(fields),
            5 => new CronSchedule(["0", .. fields]),
            _ => throw new FormatException("it has to have six fields ({second} {minute} {hour} {day} {month} {day of week}) or five"),
        };
    }

    public DateTime? Next(DateTime after)
    {
        var at = new DateTime(after.Ticks - (after.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        var last = at.AddYears(MostYears);
        while (at < last)
        {
            if (!Has(months, at.Month)) at = new DateTime(at.Year, at.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
            else if (!Has(days, at.Day) || !Has(daysOfWeek, (int)at.DayOfWeek)) at = at.Date.AddDays(1);
            else if (!Has(hours, at.Hour)) at = at.Date.AddHours(at.Hour + 1);
            else if (!Has(minutes, at.Minute)) at = at.AddSeconds(60 - at.Second);
            else if (!Has(seconds, at.Second)) at = at.AddSeconds(1);
            else return at;
        }
        return null;
    }

    private static bool Has(ulong bits, int value) => (bits >> value & 1) == 1;
}

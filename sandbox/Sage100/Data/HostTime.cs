using System.Globalization;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>
/// The wall clock of the host that Sage runs on: dates YYYYMMDD, times decimal hours as text, no zone anywhere.
/// </summary>
internal sealed class HostTime(TimeProvider clock, Func<string> zone)
{
    private (DateTime Day, decimal Hours, string Date, string Time)? last;

    /// <summary>Who is at work: the agent, or a person while a control runs.</summary>
    public string User { get; private set; } = AgentUser;

    /// <summary>Does what a person in the office does; the stamps name that person.</summary>
    public T ByPerson<T>(Func<T> work)
    {
        User = Person;
        try { return work(); }
        finally { User = AgentUser; }
    }

    public (string Date, string Time) Now()
    {
        var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone(zone()));
        var hours = (decimal)local.TimeOfDay.Ticks / TimeSpan.TicksPerHour;
        // Rounded down, so that the last instant of a day is not written as 24.00000.
        var shown = Math.Floor(hours * 100_000m) / 100_000m;
        // Many rows of one moment share their texts.
        if (last is { } same && same.Day == local.Date && same.Hours == shown) return (same.Date, same.Time);
        var date = local.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var time = shown.ToString("0.00000", CultureInfo.InvariantCulture);
        last = (local.Date, shown, date, time);
        return (date, time);
    }

    /// <summary>The stamps of a row that is written now; the created ones only once.</summary>
    public void Stamp(Row row)
    {
        if (row.Schema.Find("DateUpdated") is null) return;
        var (date, time) = Now();
        if (row.Text("DateCreated").Length == 0) row.Set("DateCreated", date).Set("TimeCreated", time)
            .Set("UserCreatedKey", User);
        row.Set("DateUpdated", date).Set("TimeUpdated", time).Set("UserUpdatedKey", User);
    }

    public static bool IsKnown(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    private const string AgentUser = "ISTHMUS";
    private const string Person = "MWEBB";

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found)
        ? found : TimeZoneInfo.Utc;
}

namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>Dates and timestamps as the organisation shows them: in its own time zone, offset without a colon.</summary>
internal sealed class CompanyClock
{
    public const string ZoneName = "Europe/London";

    private static readonly TimeZoneInfo zone =
        TimeZoneInfo.TryFindSystemTimeZoneById(ZoneName, out var found) ? found : TimeZoneInfo.Utc;

    public static DateOnly Date(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    public static string Stamp(DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, zone);
        var sign = local.Offset < TimeSpan.Zero ? '-' : '+';
        return $"{local:yyyy-MM-ddTHH:mm:ss}{sign}{local.Offset:hhmm}";
    }

    public static string Show(DateOnly? date) => date is { } day ? day.ToString("yyyy-MM-dd") : "";
}

using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Flows.Tests.ZohoCrm;

/// <summary>The CRM shows moments in its user's zone, where an hour is left out in spring and comes twice in autumn.</summary>
public sealed class When_clocks_are_changed
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(40);

    [Theory]
    [InlineData("America/Chicago", 1)]
    [InlineData("Australia/Lord_Howe", -1)]
    public async Task What_changes_before_and_after_is_handed_over_once_each(string zone, int sign)
    {
        await using var desk = await CrmDesk.OpenAsync(channels: false);
        await desk.World.PostAsync("/_sandbox/zoho-crm/settings", new { userTimeZone = zone });
        var change = Next(TimeZoneInfo.FindSystemTimeZoneById(zone), desk.World.Clock.GetUtcNow(), sign);
        await desk.World.PassTimeAsync(change - desk.World.Clock.GetUtcNow() - Step);
        var id = await desk.WriteAsync(new { Account_Name = "A", Phone = "0" });
        await LookAsync(desk);
        for (var at = 1; at <= 3; at++)
        {
            await desk.World.PassTimeAsync(Step);
            await desk.WriteAsync(new { id, Phone = $"{at}" });
            await LookAsync(desk);
        }
        var heard = desk.Kept.Of(id);
        Assert.Equal(["0", "1", "2", "3"], heard.Select(each => each.Record!.Value.GetProperty("Phone").GetString()));
        Assert.Equal(2, heard.Select(Offset).Distinct().Count());
        Assert.Equal(0, await desk.SweepAsync());
    }

    private static async Task LookAsync(CrmDesk desk)
    {
        await desk.SweepAsync();
        await desk.RestAsync();
    }

    private static string Offset(CrmChange change) => change.Record!.Value.GetProperty("Modified_Time").GetString()![^6..];

    /// <summary>The next moment at which a zone's clocks go forward, or back.</summary>
    private static DateTimeOffset Next(TimeZoneInfo zone, DateTimeOffset now, int sign)
    {
        var quarter = TimeSpan.FromMinutes(15);
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % quarter.Ticks), TimeSpan.Zero) + quarter;
        while (zone.GetUtcOffset(at).CompareTo(zone.GetUtcOffset(at - quarter)) != sign) at += quarter;
        return at;
    }
}

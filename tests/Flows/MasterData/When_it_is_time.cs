using Isthmus.Core.MasterData;
using Isthmus.Flows.Tests.Loads;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>The flow of parties looks every quarter of an hour.</summary>
public sealed class When_it_is_time : IAsyncLifetime
{
    private CrmDesk desk = null!;
    private int looks;

    public async Task InitializeAsync()
    {
        desk = await CrmDesk.StartAsync();
        desk.Parties.Cadence = Cadence.QuarterHourly;
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods" });
        await desk.LookAsync(desk.Parties);
        desk.Parties.BeforePage = query =>
        {
            looks += query.Since is null ? 100 : 1;
            return Task.CompletedTask;
        };
        // Noon of the next day, after that night's look at everything.
        var noon = desk.World.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(12);
        await desk.World.PassTimeAsync(noon - desk.World.Clock.GetUtcNow().UtcDateTime);
        await desk.RoundAsync();
        looks = 0;
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_flow_looks_by_its_cadence_and_not_more_often()
    {
        for (var passed = 0; passed < 60; passed += 5) await PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(4, looks);
    }

    [Fact]
    public async Task It_looks_at_everything_once_a_night()
    {
        await PassAsync(TimeSpan.FromHours(16));
        for (var passed = 0; passed < 4; passed++) await PassAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(1, looks / 100);
    }

    [Fact]
    public async Task One_that_was_loaded_and_never_looked_does_so_in_the_next_night()
    {
        desk.Vendors.Enabled = true;
        desk.Vendors.Put("V1", new { name = "Supply & Co" });
        await new Loading(desk.World).LoadAsync(desk.Vendors.Name);
        var everything = 0;
        desk.Vendors.BeforePage = query =>
        {
            everything += query.Since is null ? 1 : 0;
            return Task.CompletedTask;
        };
        await PassAsync(TimeSpan.FromHours(16));
        Assert.Equal(1, everything);
    }

    [Fact]
    public async Task One_that_breaks_says_so_and_keeps_no_other_from_looking()
    {
        desk.Vendors.Enabled = true;
        desk.Vendors.Put("V1", new { name = "Supply & Co" });
        desk.Parties.BeforePage = _ => throw new KeyNotFoundException("Nobody thought of that.");
        await PassAsync(TimeSpan.FromMinutes(15));
        Assert.Single(await desk.InCrmAsync("Vendors"));
        Assert.Contains("failed", CrmDesk.Text(await desk.FlowAsync(desk.Parties), "why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_looks_that_is_off()
    {
        desk.Parties.Enabled = false;
        await PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(0, looks);
    }

    private async Task PassAsync(TimeSpan by)
    {
        await desk.World.PassTimeAsync(by);
        await desk.RoundAsync();
    }
}

using System.Text.Json;
using Isthmus.Flows.Tests.Loads;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_a_flow_is_loaded : IAsyncLifetime
{
    private const int Customers = 2_000;
    private CrmDesk desk = null!;
    private Loading loading = null!;

    public async Task InitializeAsync()
    {
        desk = await CrmDesk.StartAsync();
        loading = new Loading(desk.World);
        foreach (var n in Enumerable.Range(0, Customers)) desk.Parties.Put($"01-C{n:D5}", new { name = $"Customer {n}", city = $"City {n}" });
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Each_record_is_there_once_and_the_looks_that_follow_carry_what_changed()
    {
        Assert.Equal("2000 2000 0 0 0", await loading.LoadAsync("test-parties"));
        Assert.Equal(Customers, (await desk.InCrmAsync("Accounts")).Count);
        var before = await desk.CallsAsync();
        Assert.Equal("2000 0 2000 0 0", await desk.LookAsync(desk.Parties));
        Assert.Equal("2000 0 2000 0 0", await loading.LoadAsync("test-parties"));
        Assert.Equal(before, await desk.CallsAsync());
    }

    [Fact]
    public async Task It_costs_a_call_a_hundred_records()
    {
        var before = await desk.CallsAsync();
        await loading.LoadAsync("test-parties");
        Assert.InRange(await desk.CallsAsync() - before, 20, 30);
    }

    [Fact]
    public async Task After_a_kill_it_goes_on_at_its_page_and_counts_each_once()
    {
        var id = await loading.StartAsync("test-parties");
        await Patience.UntilAsync<bool>(async () => Done(await loading.ShownAsync(id)) >= Customers / 4 ? true : null);
        await desk.World.CrashAndRestartAsync();
        Assert.Equal("2000 2000 0 0 0", Loading.Counts(await loading.UntilAsync(id, "done")));
        Assert.Equal(Customers, (await desk.InCrmAsync("Accounts")).Select(account => CrmDesk.Text(account, "Isthmus_Key")).Distinct().Count());
        Assert.Equal(Customers, (await desk.InCrmAsync("Accounts")).Count);
    }

    [Fact]
    public async Task A_dry_load_counts_and_writes_nothing()
    {
        Assert.Equal("2000 2000 0 0 0", await loading.LoadAsync("test-parties", dryRun: true));
        Assert.Empty(await desk.InCrmAsync("Accounts"));
    }

    [Fact]
    public async Task No_look_is_taken_beside_it()
    {
        await desk.World.FaultAsync(new { vendor = "zoho-crm", match = "upsert", kind = "latency", delayMs = 400 });
        var id = (await desk.PostAsync("/api/master-data/test-parties/load")).GetProperty("id").GetString()!;
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(desk.Parties));
        Assert.Contains(id, refused.Message, StringComparison.Ordinal);
        await desk.World.HealAsync();
        await loading.UntilAsync(id, "done");
    }

    private static long Done(JsonElement load) => load.GetProperty("progress").GetProperty("done").GetInt64();
}

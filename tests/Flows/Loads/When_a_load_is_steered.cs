using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Histories;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Loads;

public sealed class When_a_load_is_steered : IAsyncLifetime
{
    private World world = null!;
    private Loading loading = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync(("Isthmus:Loads:PageSize", "2"), ("Isthmus:Loads:Parallel", "1"));
        loading = new Loading(world);
        await loading.CustomersAsync(12);
        // So slow that it is surely at work still when it is steered; then each test heals it.
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "POST /inventory/v1/contacts", kind = "latency", delayMs = 500, rate = 1.0 });
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task It_rests_and_goes_on_where_it_was()
    {
        var id = await loading.StartAsync();
        await loading.SteerAsync(id, "pause");
        await world.HealAsync();
        var paused = await loading.UntilAsync(id, "paused");
        await world.RunAsync(id, "waiting");
        Assert.True(paused.GetProperty("counts").GetProperty("read").GetInt64() < 12);
        Assert.Equal(["resume", "cancel"], paused.GetProperty("actions").EnumerateArray().Select(action => action.GetString()!));

        await loading.SteerAsync(id, "resume");
        Assert.Equal("12 12 0 0 0", Loading.Counts(await loading.UntilAsync(id, "done")));
        await world.RunAsync(id, "done");
        Assert.Equal(Loading.Names(12), await loading.ContactsAsync());
        if (Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1") await KeptHistory.KeepAsync("load.ended", world.Parts.Engine.Client, id);
    }

    [Fact]
    public async Task It_ends_when_it_is_cancelled_also_while_it_rests()
    {
        var id = await loading.StartAsync();
        await loading.SteerAsync(id, "pause");
        await world.HealAsync();
        await loading.UntilAsync(id, "paused");
        await loading.SteerAsync(id, "cancel");
        await loading.UntilAsync(id, "cancelled");
        await Patience.UntilAsync<bool>(async () => await world.Parts.Engine.Client.GetInstanceAsync(id) is { IsCompleted: true } ? true : null);
        Assert.Equal(409, (int)(await world.App.PostAsync($"/api/loads/{id}/resume", null)).StatusCode);

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(id, await loading.StartAsync());
    }

    [Fact]
    public async Task Whoever_starts_another_of_its_kind_is_shown_the_one_at_work()
    {
        var id = await loading.StartAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(id, await loading.StartAsync());
        await world.HealAsync();
        await loading.UntilAsync(id, "done");
        var loads = (await world.App.GetFromJsonAsync<JsonElement>("/api/loads")).GetProperty("items");
        Assert.Equal(id, Assert.Single(loads.EnumerateArray()).GetProperty("id").GetString());
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Connections;

public sealed class When_a_connection_is_paused
{
    private static readonly object NoteBody = new { note = "period end" };

    [Fact]
    public async Task Refused_credentials_alarm_once_and_are_cured_by_the_right_secret()
    {
        await using var world = await StartAsync(("Isthmus:Failures:LongestProbe", "00:00:00.4"));
        var vault = new FileVault(world.Home);
        vault.Set("sage-agent-key", "expired");
        var first = await world.CheckoutAsync(Orders.Simple());
        var circuit = await world.CircuitAsync("sage-100", "paused");
        Assert.Equal(
            ("circuit", "auth", "it"),
            (Text(circuit, "by"), Text(circuit, "class"), Text(circuit, "owner")));
        var second = await world.CheckoutAsync(Orders.Simple("WEB-2"));
        await world.RunAsync(second.RunId, "done");
        await ProbedSinceAsync(world, "sage-100", circuit);

        vault.Set("sage-agent-key", "sage-sandbox-key");

        await world.SettledAsync(first);
        Assert.Equal(2, (await world.SettledAsync(second)).SageOrders.Count);
        Assert.Contains("sage-100", Assert.Single(world.Log.Of(1010)));
    }

    [Fact]
    public async Task What_a_person_paused_waits_for_a_person()
    {
        await using var world = await StartAsync();
        for (var time = 0; time < 2; time++) Assert.Equal("paused", Text(await PostAsync(world, "pause"), "state"));
        var calls = await world.CallsAsync("zoho-inventory");
        var paid = await world.CheckoutAsync(Orders.Simple());
        var run = (await world.RunAsync(paid.RunId, "waiting")).GetProperty("run");
        Assert.Equal("zoho-inventory is paused: paused by operator:ana: period end", Text(run, "outcome"));
        Assert.Equal(1, (await world.CircuitAsync("zoho-inventory")).GetProperty("waitingRuns").GetInt32());
        var sweep = await world.App.PostAsync("/api/connections/zoho-inventory/sweep", null);
        Assert.Equal(HttpStatusCode.Conflict, sweep.StatusCode);
        Assert.Equal(calls, await world.CallsAsync("zoho-inventory"));

        for (var time = 0; time < 2; time++) await PostAsync(world, "resume");

        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
        Assert.Equal(["pause connection", "resume connection"], await AuditedAsync(world));
    }

    [Fact]
    public async Task A_restart_finds_the_pause_as_it_was()
    {
        await using var world = await StartAsync(("Isthmus:Failures:FirstProbe", "01:00:00"));
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "/inventory/v1/", kind = "drop-before" });
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "waiting");
        var before = await world.CircuitAsync("zoho-inventory", "paused");
        var calls = await world.CallsAsync("zoho-inventory");

        await world.CrashAndRestartAsync();
        var second = await world.CheckoutAsync(Orders.Simple("WEB-2", "bo@example.net"));
        await world.RunAsync(second.RunId, "waiting");

        var after = await world.CircuitAsync("zoho-inventory");
        Assert.Equal((Text(before, "since"), Text(before, "nextProbeAt")), (Text(after, "since"), Text(after, "nextProbeAt")));
        Assert.Equal(calls, await world.CallsAsync("zoho-inventory"));
        await world.HealAsync();
        await world.PassUntilFlowingAsync("zoho-inventory", TimeSpan.FromHours(1));
        await world.SettledAsync(paid);
        Assert.Equal(2, (await world.SettledAsync(second)).SageOrders.Count);
    }

    [Fact]
    public async Task A_vendor_that_only_asks_for_fewer_calls_is_not_paused()
    {
        await using var world = await StartAsync();
        await world.FaultAsync(
            new { vendor = "zoho-inventory", match = "/inventory/v1/", kind = "status", status = 429, count = 8, retryAfterSeconds = 1 });

        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()));

        Assert.Equal(0, (await world.CircuitAsync("zoho-inventory", "flowing")).GetProperty("pauses").GetInt32());
    }

    [Theory]
    [InlineData("nowhere", "{}", HttpStatusCode.NotFound)]
    [InlineData("stripe", "[]", HttpStatusCode.BadRequest)]
    [InlineData("stripe", "{\"note\":7}", HttpStatusCode.BadRequest)]
    [InlineData("stripe", "{\"note\":", HttpStatusCode.BadRequest)]
    public async Task A_wish_that_cannot_be_read_is_refused(string connection, string body, HttpStatusCode status)
    {
        await using var world = await World.StartAsync();

        var answer = await world.App.PostAsync($"/api/connections/{connection}/pause", new StringContent(body));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("flowing", Text(await world.CircuitAsync("stripe"), "state"));
    }

    private static async Task<World> StartAsync(params (string, string)[] settings)
    {
        var world = await World.StartAsync(settings);
        world.App.DefaultRequestHeaders.Add("x-operator", "ana");
        await world.StockAsync("BTL-1L", "CUP-2");
        return world;
    }

    private static async Task<JsonElement> PostAsync(World world, string action)
    {
        var answer = await world.App.PostAsJsonAsync($"/api/connections/zoho-inventory/{action}", NoteBody);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("circuit");
    }

    private static Task<bool> ProbedSinceAsync(World world, string connection, JsonElement before) => Patience.UntilAsync<bool>(async () =>
        Text(await world.CircuitAsync(connection), "nextProbeAt") != Text(before, "nextProbeAt") ? true : null);

    private static async Task<List<string>> AuditedAsync(World world) =>
        [.. (await world.App.GetFromJsonAsync<JsonElement>("/api/audit?limit=500")).GetProperty("items").EnumerateArray()
            .Where(entry => Text(entry, "subject") == "zoho-inventory").Select(entry => Text(entry, "action")!).Reverse()];

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();
}

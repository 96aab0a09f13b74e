using System.Text.Json;
using Isthmus.Flows.Tests.Histories;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Loads;

public sealed class When_a_record_of_a_load_fails
{
    [Fact]
    public async Task It_becomes_a_dead_letter_its_neighbours_arrive_and_a_cure_brings_it_too()
    {
        await using var world = await World.StartAsync();
        var loading = new Loading(world);
        await loading.CustomersAsync(5, n => n == 3 ? new { CustomerName = "Third", EmailAddress = "not an address" } : null);
        Assert.Equal("5 4 0 0 1", await loading.LoadAsync());
        var letter = Assert.Single(await loading.LettersAsync());
        Assert.Equal(
            ("load-customers-00-C00003", "load-record", "customers|00-C00003"),
            (Text(letter, "runId"), Text(letter, "flow"), Text(letter, "key")));

        await loading.ChangeAsync(3, new { EmailAddress = "third@example.net" });
        (await world.App.PostAsync($"/api/dead-letters/{Text(letter, "runId")}/resubmit", null)).EnsureSuccessStatusCode();
        await world.RunAsync("load-customers-00-C00003", "done");
        await world.OverAsync("load-customers-00-C00003");
        if (Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1")
            await KeptHistory.KeepAsync("load-record.arrived", world.Parts.Engine.Client, "load-customers-00-C00003");
        Assert.Empty(await loading.LettersAsync());
        Assert.Equal(5, (await loading.ContactsAsync()).Count);
    }

    [Fact]
    public async Task The_next_load_that_carries_it_closes_its_dead_letter()
    {
        await using var world = await World.StartAsync();
        var loading = new Loading(world);
        await loading.CustomersAsync(2, n => n == 1 ? new { CustomerName = "First", EmailAddress = "not an address" } : null);
        await loading.LoadAsync();
        await loading.ChangeAsync(1, new { EmailAddress = "first@example.net" });
        Assert.Equal("2 1 1 0 0", await loading.LoadAsync());
        Assert.Empty(await loading.LettersAsync());
    }

    [Fact]
    public async Task A_load_in_which_many_fail_rests_until_a_person_has_looked()
    {
        await using var world = await World.StartAsync(("Isthmus:Loads:PageSize", "2"), ("Isthmus:Loads:PauseAfterFailures", "2"));
        var loading = new Loading(world);
        await loading.CustomersAsync(6, n => n < 4 ? new { CustomerName = $"Bad {n}", EmailAddress = "not an address" } : null);
        var id = await loading.StartAsync();
        Assert.Equal("2 0 0 0 2", Loading.Counts(await loading.UntilAsync(id, "paused")));
        var run = await world.RunAsync(id, "waiting");
        Assert.Contains("2 records failed", run.GetProperty("run").GetProperty("outcome").GetString());

        await loading.SteerAsync(id, "resume");
        Assert.Equal("6 3 0 0 3", Loading.Counts(await loading.UntilAsync(id, "done")));
    }

    [Fact]
    public async Task What_may_pass_is_tried_again_and_leaves_no_trace()
    {
        await using var world = await World.StartAsync(("Isthmus:Connections:zoho-inventory:Limits:Retries", "0"));
        var loading = new Loading(world);
        await loading.CustomersAsync(20);
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "POST /inventory/v1/contacts", kind = "status", status = 503, count = 2 });
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "POST /inventory/v1/contacts", kind = "drop-after", count = 2 });
        Assert.Equal("20 20 0 0 0", await loading.LoadAsync());
        Assert.Equal(Loading.Names(20), await loading.ContactsAsync());
        Assert.Empty(await loading.LettersAsync());
    }

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();
}

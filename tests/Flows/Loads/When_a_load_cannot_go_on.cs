using System.Net.Http.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Loads;

public sealed class When_a_load_cannot_go_on
{
    [Fact]
    public async Task A_person_is_told_and_resubmitting_goes_on_at_its_page()
    {
        await using var world = await World.StartAsync(
            ("Isthmus:Loads:PageSize", "2"), ("Isthmus:Failures:PatientTries", "2"), ("Isthmus:Connections:sage-100:Limits:Retries", "0"));
        var loading = new Loading(world);
        await loading.CustomersAsync(5);
        await world.FaultAsync(new { vendor = "sage-100", match = "query", kind = "status", status = 500, rate = 1.0 });
        var id = await loading.StartAsync();
        await loading.UntilAsync(id, "failed");
        await world.RunAsync(id, "deadLettered");
        Assert.Equal(id, Assert.Single(await loading.LettersAsync()).GetProperty("runId").GetString());

        await world.HealAsync();
        (await world.App.PostAsync($"/api/dead-letters/{id}/resubmit", null)).EnsureSuccessStatusCode();
        Assert.Equal("5 5 0 0 0", Loading.Counts(await loading.UntilAsync(id, "done")));
        await world.RunAsync(id, "done");
        Assert.Empty(await loading.LettersAsync());
    }

    [Fact]
    public async Task Items_that_are_kept_in_Zoho_are_not_overwritten()
    {
        await using var world = await World.StartAsync(("Isthmus:Items:Direction", "zoho-to-sage"));
        var answer = await world.App.PostAsJsonAsync("/api/loads", new { kind = "items" });
        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Contains("kept in Zoho", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task It_waits_while_a_connection_is_paused()
    {
        await using var world = await World.StartAsync();
        var loading = new Loading(world);
        await loading.CustomersAsync(5);
        (await world.App.PostAsync("/api/connections/zoho-inventory/pause", null)).EnsureSuccessStatusCode();
        var id = await loading.StartAsync();
        await world.RunAsync(id, "waiting");
        Assert.Empty(await loading.ContactsAsync());

        (await world.App.PostAsync("/api/connections/zoho-inventory/resume", null)).EnsureSuccessStatusCode();
        Assert.Equal("5 5 0 0 0", Loading.Counts(await loading.UntilAsync(id, "done")));
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Audit;
using Isthmus.Flows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.SalesOrders;

public sealed class When_a_record_in_Sage_is_held
{
    [Fact]
    public async Task The_audit_shows_each_try_and_that_it_went_through()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L", "CUP-2");
        await HoldAsync(world, times: 3);

        var paid = await world.CheckoutAsync(Orders.Simple());
        var ledger = await world.SettledAsync(paid);

        var lines = await AuditedAsync(world, await RunOfAsync(world));
        Assert.Equal(4, lines.Count);
        Assert.EndsWith("held at try 1; tried again at once", lines[0]);
        Assert.Contains("held at try 2; tried again after", lines[1]);
        Assert.Contains("held at try 3; tried again after", lines[2]);
        Assert.Contains("through at try 4,", lines[3]);
        ledger.HasOneOfEverything(95.10m);
    }

    [Fact]
    public async Task After_the_last_try_it_is_a_dead_letter_that_says_who_can_let_go_and_goes_through_when_it_is_sent_again()
    {
        await using var world = await World.StartAsync(("Isthmus:Failures:PatientTries", "3"));
        await world.StockAsync("BTL-1L", "CUP-2");
        await HoldAsync(world, times: 100);
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "done");
        var run = await RunOfAsync(world);
        await world.RunAsync(run, "deadLettered");

        Assert.EndsWith("held at try 3; given up", (await AuditedAsync(world, run))[^1]);
        var letters = await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters");
        var failure = Assert.Single(letters.GetProperty("items").EnumerateArray()).GetProperty("failure");
        Assert.Equal(("locked", "locked"), (failure.GetProperty("class").GetString(), failure.GetProperty("code").GetString()));
        Assert.Contains("close the record at the workstation", failure.GetProperty("cure").GetString());

        await world.HealAsync();
        (await world.App.PostAsync($"/api/dead-letters/{run}/resubmit", null)).EnsureSuccessStatusCode();
        (await world.SettledAsync(paid)).HasOneOfEverything(95.10m);
    }

    private static Task HoldAsync(World world, int times) =>
        world.FaultAsync(new { vendor = "sage-100", kind = "record-lock", match = "SO_SalesOrder", count = times });

    private static async Task<string> RunOfAsync(World world) =>
        $"so2sage-{(await world.LedgerAsync()).SalesOrders.Single().GetProperty("salesorder_id").GetString()}";

    /// <summary>What the audit tells of waiting, the oldest first.</summary>
    private static async Task<IReadOnlyList<string>> AuditedAsync(World world, string run)
    {
        var now = world.Clock.GetUtcNow();
        return [.. (await world.Services.GetRequiredService<AuditTrail>().OfAsync(run, now.AddHours(-1), now.AddHours(1)))
            .Where(line => line.Action == "wait for a held record").Reverse().Select(line => line.Outcome)];
    }
}

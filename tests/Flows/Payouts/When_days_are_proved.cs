using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Payouts;

public sealed class When_days_are_proved
{
    [Fact]
    public async Task A_day_of_orders_is_the_same_in_all_three()
    {
        await using var world = await PaidOut.StartAsync();
        await world.SettledSaleAsync("WEB-1");
        await world.SettledSaleAsync("WEB-2", "eur");

        var proof = await ProveAsync(world, holds: true);

        Assert.True(proof.GetProperty("holds").GetBoolean(), proof.ToString());
        Assert.Equal(
            ["payments EUR 9510 9510 9510", "payments GBP 9510 9510 9510"],
            Totals(proof));
    }

    [Fact]
    public async Task What_differs_is_named_in_a_dead_letter_that_closes_when_it_is_mended()
    {
        await using var world = await World.StartAsync(("Isthmus:Payouts:SagePosting", "none"));
        await world.PostAsync("/_sandbox/settings", new { stripe = new { balanceDelaySeconds = 0 } });
        await world.StockAsync("BTL-1L");
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");

        var proof = await ProveAsync(world, holds: false);

        Assert.Equal(
            ["missing zoho-inventory", "missing sage-100"],
            proof.GetProperty("differences").EnumerateArray().Select(d => $"{d.GetProperty("code")} {d.GetProperty("system")}"));

        await world.StockAsync("CUP-2");
        (await world.App.PostAsync($"/api/dead-letters/{paid.RunId}/resubmit", null)).EnsureSuccessStatusCode();
        await world.SettledAsync(paid);
        Assert.True((await ProveAsync(world, holds: true)).GetProperty("holds").GetBoolean());
        Assert.Empty((await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_is_still_under_way_is_waited_for()
    {
        await using var world = await PaidOut.StartAsync("none", ("Isthmus:OrderToCash:HoldAbove", "100"));
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "held");
        var day = $"{world.Clock.GetUtcNow():yyyy-MM-dd}";
        (await world.App.PostAsync($"/api/reconciliation/proofs?from={day}&to={day}", null)).EnsureSuccessStatusCode();
        await world.RunAsync($"proof-{day.Replace("-", "")}", "waiting");
        Assert.Empty((await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray());

        (await world.App.PostAsync($"/api/runs/{paid.RunId}/approve", null)).EnsureSuccessStatusCode();
        await world.SettledAsync(paid);

        Assert.True((await ProveAsync(world, holds: true)).GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task A_span_that_is_none_is_refused()
    {
        await using var world = await World.StartAsync();

        var answer = await world.App.PostAsync("/api/reconciliation/proofs?from=2026-11-21&to=2026-11-20", null);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }

    internal static IEnumerable<string> Totals(JsonElement proof) => proof.GetProperty("totals").EnumerateArray().Select(total =>
        string.Join(' ', new[] { "kind", "currency", "stripe", "zoho", "sage" }.Select(name => total.GetProperty(name).ToString())));

    internal static async Task<JsonElement> ProveAsync(World world, bool holds, int daysAgo = 0)
    {
        var day = $"{world.Clock.GetUtcNow().AddDays(-daysAgo):yyyy-MM-dd}";
        var answer = await world.App.PostAsync($"/api/reconciliation/proofs?from={day}&to={day}", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var proof = await Patience.UntilAsync<JsonElement>(async () =>
            (await world.App.GetFromJsonAsync<JsonElement>($"/api/reconciliation/proofs?from={day}&to={day}"))
                .EnumerateArray().Cast<JsonElement?>().FirstOrDefault(found => found!.Value.GetProperty("holds").GetBoolean() == holds));
        await Patience.UntilAsync<bool>(async () =>
            (await world.App.GetFromJsonAsync<JsonElement>($"/api/runs/proof-{day.Replace("-", "")}")).GetProperty("run")
                .GetProperty("state").GetString() == (holds ? "done" : "deadLettered") ? true : null);
        return proof;
    }
}

using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Operators;

public sealed class When_many_records_have_one_cause
{
    [Fact]
    public async Task A_trial_that_fails_again_leaves_the_rest_alone_and_one_that_goes_through_brings_it_along()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L");
        var paid = new List<Checkout>();
        for (var n = 1; n <= 4; n++) paid.Add(await world.CheckoutAsync(Orders.Simple($"WEB-{n}", $"ana{n}@example.net", $"Ana {n}")));
        foreach (var order in paid) await world.RunAsync(order.RunId, "deadLettered");
        var group = Assert.Single((await world.GetAsync("/api/dead-letters/groups?class=referenceMissing")).EnumerateArray());
        Assert.Equal(4, group.GetProperty("count").GetInt32());
        var path = "/api/dead-letters/groups/resubmit?trial=2&cause=" + Uri.EscapeDataString(group.GetProperty("cause").GetString()!);

        var failed = await OutcomeAsync(world, path);
        await world.StockAsync("CUP-2");
        var cured = await OutcomeAsync(world, path);

        Assert.Equal((2, 2), (failed.GetProperty("resubmitted").GetInt32(), failed.GetProperty("failed").GetInt32()));
        Assert.Equal((4, 0), (cured.GetProperty("resubmitted").GetInt32(), cured.GetProperty("failed").GetInt32()));
        foreach (var order in paid) await world.RunAsync(order.RunId, "done");
        Assert.Empty((await world.GetAsync("/api/dead-letters/groups")).EnumerateArray());
    }

    private static async Task<JsonElement> OutcomeAsync(World world, string path)
    {
        var (_, accepted) = await world.ActAsync(path);
        var id = accepted.GetProperty("id").GetString();
        return await Patience.UntilAsync<JsonElement>(async () =>
        {
            var shown = await world.GetAsync("/api/dead-letters/groups/resubmit/" + id);
            return shown.GetProperty("completed").GetBoolean() ? shown.GetProperty("outcome") : null;
        });
    }
}

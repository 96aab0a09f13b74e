using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Stripe;

public sealed class Sweeping_events : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Gives_oldest_first_although_Stripe_lists_newest_first()
    {
        server.Then(200, """{"data":[{"id":"evt_2"},{"id":"evt_1"}],"has_more":false}""")
            .Then(200, """{"data":[{"id":"evt_3"}],"has_more":false}""");
        Assert.Equal(["evt_1", "evt_2", "evt_3"], await Sweep(TimeSpan.FromMinutes(90)));
    }

    [Fact]
    public async Task Asks_for_the_types_wanted_and_for_adjoining_stretches_of_time()
    {
        server.Otherwise = _ => (200, """{"data":[],"has_more":false}""");
        await Sweep(TimeSpan.FromMinutes(90));
        var asked = server.Requests.Select(each => ReceivedRequest.Pairs(each.Query)).ToList();
        Assert.Equal(2, asked.Count);
        Assert.All(asked, pairs =>
            Assert.Equal(["charge.succeeded", "charge.updated"],
            pairs.Where(each => each.Name == "types[]").Select(each => each.Value)));
        Assert.Equal(Value(asked[0], "created[lt]"), Value(asked[1], "created[gte]"));
        Assert.Equal(time.GetUtcNow().AddMinutes(-90).ToUnixTimeSeconds().ToString(), Value(asked[0], "created[gte]"));
    }

    [Fact]
    public async Task Goes_no_further_back_than_Stripe_keeps_events()
    {
        server.Otherwise = _ => (200, """{"data":[],"has_more":false}""");
        await Sweep(TimeSpan.FromDays(400));
        var first = ReceivedRequest.Pairs(server.Requests.First().Query);
        Assert.Equal(time.GetUtcNow().AddDays(-30).ToUnixTimeSeconds().ToString(), Value(first, "created[gte]"));
        Assert.InRange(server.Requests.Count, 24, 25);
    }

    private static string Value(IReadOnlyList<(string Name, string Value)> pairs, string name) =>
        pairs.Single(each => each.Name == name).Value;

    private async Task<List<string?>> Sweep(TimeSpan back)
    {
        var stripe = Connected.To(server.Address, time, null).GetRequiredService<StripeClient>();
        return await stripe.ListEventsAsync(time.GetUtcNow() - back, ["charge.succeeded", "charge.updated"])
            .Select(each => each.GetProperty("id").GetString()).ToListAsync();
    }
}

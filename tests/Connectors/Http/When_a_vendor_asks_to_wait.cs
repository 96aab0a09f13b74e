using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Http;

public sealed class When_a_vendor_asks_to_wait : IAsyncLifetime
{
    private readonly NotedTime time = new();
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task The_call_waits_that_long_and_goes_on()
    {
        server.Then(429, "{}", ("Retry-After", "17")).Then(200, """{"id":"ch_1"}""");
        var call = Stripe().GetChargeAsync("ch_1");
        await time.Waiting(TimeSpan.FromSeconds(17));
        Assert.Single(server.Requests);
        time.Advance(TimeSpan.FromSeconds(17));
        Assert.Equal("ch_1", (await call).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Other_calls_of_the_connection_wait_too()
    {
        server.Then(429, "{}", ("Retry-After", "17")).Then(200, """{"id":"ch_1"}""").Then(200, """{"id":"ch_1"}""");
        var stripe = Stripe();
        var first = stripe.GetChargeAsync("ch_1");
        await time.Waiting(TimeSpan.FromSeconds(17));
        time.Advance(TimeSpan.FromSeconds(4));
        var second = stripe.GetChargeAsync("ch_1");
        await time.Waiting(TimeSpan.FromSeconds(13));
        Assert.Single(server.Requests);
        time.Advance(TimeSpan.FromSeconds(13));
        await Task.WhenAll(first, second);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_wait_longer_than_allowed_is_given_back_at_once()
    {
        server.Then(429, "{}", ("Retry-After", "3600"));
        var stripe = Stripe();
        var failure = await FailureOf(() => stripe.GetChargeAsync("ch_1"));
        Assert.Equal((FailureClass.Throttled, TimeSpan.FromHours(1)), (failure.Class, failure.RetryAfter!.Value));
        time.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(TimeSpan.FromMinutes(10), (await FailureOf(() => stripe.GetChargeAsync("ch_1"))).RetryAfter);
        Assert.Single(server.Requests);
    }

    private StripeClient Stripe() => Connected.To(server.Address, time, null).GetRequiredService<StripeClient>();
}

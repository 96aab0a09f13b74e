using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.Polling;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Payouts;

public sealed class When_Stripe_could_not_deliver
{
    [Fact]
    public async Task Its_events_are_listed_and_taken_through_the_same_inbox_once()
    {
        await using var world = await PaidOut.StartAsync();
        var paid = await world.CheckoutAsync(Orders.With("deliver", false));
        var sweep = world.Services.GetRequiredService<StripeDeliverySweep>();

        Assert.NotEqual(0, await sweep.SweepAsync(CancellationToken.None));
        await world.SettledAsync(paid);

        Assert.Equal(0, await sweep.SweepAsync(CancellationToken.None));
    }
}

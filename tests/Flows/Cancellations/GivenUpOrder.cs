using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Cancellations;

/// <summary>A payment is cancelled: its order is void in Zoho and cancelled in Sage.</summary>
internal sealed class GivenUpOrder : Scenario
{
    private string payment = "";

    public override async Task PrepareAsync(World world)
    {
        payment = await world.AuthoriseAsync();
        await world.EnterAsync(payment);
    }

    public override Task BeginAsync(World world) => world.CancelPaymentAsync(payment);

    public override Task EndedAsync(World world, CancellationToken cancellation) => OverAsync(world, "cancel-" + payment, cancellation);

    public override async Task ProveAsync(World world)
    {
        await world.RunAsync("cancel-" + payment, "done");
        var ledger = await world.LedgerAsync();
        Assert.Equal("void", ledger.ZohoStatus());
        Assert.Empty(ledger.SageOrders);
        Assert.Equal(["X"], ledger.SageHistory());
    }
}

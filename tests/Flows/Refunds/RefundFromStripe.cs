using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Refunds;

/// <summary>One partial refund made in Stripe, through Zoho to Sage.</summary>
internal sealed class RefundFromStripe : Scenario
{
    private string refund = "";
    private Checkout? paid;

    public override async Task PrepareAsync(World world) => paid = await world.SoldAsync();

    public override async Task BeginAsync(World world) => refund = await world.RefundAsync(paid!, 3333);

    public override async Task EndedAsync(World world, CancellationToken cancellation)
    {
        await OverAsync(world, "refund-" + refund, cancellation);
        var note = (await world.LedgerAsync()).Zoho("creditnotes").Single();
        await OverAsync(world, "cn2sage-" + Desk.Text(note, "creditnote_id"), cancellation);
    }

    public override Task ProveAsync(World world) => world.HasOneRefundAsync(33.33m, refund);
}

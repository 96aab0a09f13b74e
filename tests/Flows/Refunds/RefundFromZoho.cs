using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Refunds;

/// <summary>One refund recorded on a credit note in Zoho, through Stripe and on to Sage.</summary>
internal sealed class RefundFromZoho : Scenario
{
    private string note = "";
    private string record = "";

    public override async Task PrepareAsync(World world)
    {
        await world.SoldAsync();
        note = await world.CreditAsync(12.34m);
        await world.RunAsync("creditnote-" + note, "ignored");
    }

    public override async Task BeginAsync(World world) => record = await world.RecordRefundAsync(note, 12.34m);

    public override async Task EndedAsync(World world, CancellationToken cancellation)
    {
        await OverAsync(world, $"refund2stripe-{note}-{record}", cancellation);
        await OverAsync(world, "cn2sage-" + note, cancellation);
    }

    public override async Task NudgeAsync(World world, CancellationToken cancellation)
    {
        await base.NudgeAsync(world, cancellation);
        await world.App.PostAsync("/api/connections/zoho-inventory/sweep", null, cancellation);
    }

    public override async Task ProveAsync(World world) =>
        await world.HasOneRefundAsync(12.34m, Desk.Text(Assert.Single(await world.StripeRefundsAsync()), "id"));
}

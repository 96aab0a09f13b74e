using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Payouts;

/// <summary>A payout of one order and a fee is reconciled, its payment gets its fee, Sage one entry.</summary>
internal sealed class ReconciledPayout : Scenario
{
    private string payout = "";

    public override (string, string)[] Settings => [("Isthmus:Payouts:SagePosting", "journal")];

    public override async Task PrepareAsync(World world)
    {
        await world.PrepareAsync();
        await world.SettledSaleAsync();
        await world.ForgetFeeAsync();
        await world.BookAsync("stripe_fee", -250);
    }

    public override async Task BeginAsync(World world) => payout = await world.PayOutAsync();

    public override Task EndedAsync(World world, CancellationToken cancellation) => OverAsync(world, "payout-" + payout, cancellation);

    public override async Task ProveAsync(World world)
    {
        var head = (await world.ReconciledAsync(payout)).GetProperty("payout");
        Assert.Equal("balanced", head.GetProperty("state").GetString());
        Assert.Equal(3, head.GetProperty("totals").GetProperty("lines").GetInt32());
        Assert.Equal(
            head.GetProperty("posting").GetString(),
            Assert.Single(await world.EntriesAsync("GL_Journal", payout)).GetProperty("JournalNo").GetString());
        Assert.NotEqual(0, (await world.LedgerAsync()).Payments.Single().GetProperty("bank_charges").GetDecimal());
    }
}

/// <summary>A payout that was posted fails: its entry is taken back.</summary>
internal sealed class FailedPayout : Scenario
{
    private string payout = "";

    public override (string, string)[] Settings => [("Isthmus:Payouts:SagePosting", "journal")];

    public override async Task PrepareAsync(World world)
    {
        await world.PrepareAsync();
        await world.BookAsync("topup", 9000);
        payout = await world.PayOutAsync();
        await world.ReconciledAsync(payout);
    }

    public override Task BeginAsync(World world) => world.EvolveAsync(payout, "failed");

    public override Task EndedAsync(World world, CancellationToken cancellation) => OverAsync(world, "payout-back-" + payout, cancellation);

    public override async Task ProveAsync(World world)
    {
        Assert.Equal("reversed", (await world.PayoutAsync(payout)).GetProperty("payout").GetProperty("state").GetString());
        Assert.Equal(2, (await world.EntriesAsync("GL_Journal", payout)).Count);
    }
}

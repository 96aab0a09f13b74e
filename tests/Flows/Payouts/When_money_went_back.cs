using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Payouts;

public sealed class When_money_went_back
{
    [Fact]
    public async Task A_refund_is_matched_with_its_credit_and_a_dispute_is_explained()
    {
        await using var world = await PaidOut.StartAsync();
        var (kept, disputed) = (await world.SettledSaleAsync("WEB-1"), await world.SettledSaleAsync("WEB-2"));
        await world.BookAsync("topup", 20_000);
        var refund = await world.RefundAsync(kept, 3333);
        await world.RunAsync("refund-" + refund, "done");
        await world.ControlAsync("/_sandbox/stripe/disputes", new { paymentIntent = disputed.PaymentIntent, withdraw = true });

        var payout = await world.PayOutAsync();
        var shown = await world.ReconciledAsync(payout);

        var lines = shown.Lines();
        Assert.Equal("balanced", shown.GetProperty("payout").GetProperty("state").GetString());
        Assert.StartsWith("zoho-inventory.creditnote-refund/", lines["refund"].Single().GetProperty("records")[0].GetString());
        Assert.Equal("explained", lines["dispute"].Single().GetProperty("state").GetString());
        Assert.Equal(-3333, shown.GetProperty("payout").GetProperty("totals").GetProperty("refunds").GetInt64());
    }

    [Fact]
    public async Task The_day_agrees_net_of_refunds_in_all_three()
    {
        await using var world = await PaidOut.StartAsync();
        var paid = await world.SettledSaleAsync();
        var refund = await world.RefundAsync(paid, 3333);
        await world.RunAsync("refund-" + refund, "done");
        await Patience.UntilAsync<bool>(async () => (await world.LedgerAsync()).CreditMemos().Count > 0 ? true : null);

        var proof = await When_days_are_proved.ProveAsync(world, holds: true);

        Assert.Contains("refunds GBP -3333 -3333 -3333", When_days_are_proved.Totals(proof));
    }

    [Fact]
    public async Task A_refund_that_a_person_dated_another_day_belongs_to_the_day_on_which_the_money_moved()
    {
        await using var world = await PaidOut.StartAsync("none", ("Isthmus:Refunds:SagePosting", "none"));
        await world.SettledSaleAsync();
        var note = await world.CreditAsync(10m);
        var record = await world.RecordRefundAsync(note, 10m, daysAgo: 2);
        await world.RunAsync($"refund2stripe-{note}-{record}", "done");

        var moved = await When_days_are_proved.ProveAsync(world, holds: true);
        var written = await When_days_are_proved.ProveAsync(world, holds: true, daysAgo: 2);

        Assert.Contains("refunds GBP -1000 -1000 ", When_days_are_proved.Totals(moved));
        Assert.Empty(When_days_are_proved.Totals(written));
    }

    [Fact]
    public async Task A_refund_in_Zoho_of_which_Stripe_knows_nothing_is_surplus()
    {
        await using var world = await PaidOut.StartAsync("none", ("Isthmus:Refunds:SagePosting", "none"));
        await world.SettledSaleAsync();
        var note = await world.CreditAsync(10m);
        await world.ByHandAsync(
            "POST", $"/creditnotes/{note}/refunds",
            new { date = world.Day(), refund_mode = "cash", amount = 10m, reference_number = "re_unknown" });

        var proof = await When_days_are_proved.ProveAsync(world, holds: false);

        var difference = Assert.Single(proof.GetProperty("differences").EnumerateArray());
        Assert.Equal(("surplus", "re_unknown"), (Desk.Text(difference, "code"), Desk.Text(difference, "key")));
    }

    [Fact]
    public async Task A_refund_that_nobody_booked_stays_open()
    {
        await using var world = await PaidOut.StartAsync();
        await world.BookAsync("topup", 20_000);
        await world.BookAsync("refund", -500);

        var payout = await world.PayOutAsync();
        var shown = await world.ReconciledAsync(payout);

        Assert.Equal("open", shown.Lines()["refund"].Single().GetProperty("state").GetString());
    }
}

namespace Isthmus.Flows.Tests.Payouts;

public sealed class When_a_payout_is_posted
{
    [Fact]
    public async Task Sage_has_one_balanced_journal_entry()
    {
        await using var world = await PaidOut.StartAsync("journal");
        await world.SettledSaleAsync();
        await world.BookAsync("stripe_fee", -250);

        var payout = await world.PayOutAsync();
        var head = (await world.ReconciledAsync(payout)).GetProperty("payout");

        var entry = (await world.EntriesAsync("GL_Journal", payout)).Single();
        Assert.Equal(head.GetProperty("posting").GetString(), entry.GetProperty("JournalNo").GetString());
        Assert.Equal((95.10m, 95.10m), (entry.GetProperty("DebitAmount").GetDecimal(), entry.GetProperty("CreditAmount").GetDecimal()));
    }

    [Fact]
    public async Task Or_one_deposit_of_what_reached_the_bank()
    {
        await using var world = await PaidOut.StartAsync("cashReceipt");
        await world.SettledSaleAsync();

        var payout = await world.PayOutAsync();
        var head = (await world.ReconciledAsync(payout)).GetProperty("payout");

        var deposit = (await world.EntriesAsync("AR_CashReceipts", payout)).Single();
        Assert.Equal(head.GetProperty("amount").GetInt64(), deposit.GetProperty("DepositAmt").GetDecimal() * 100);
    }

    [Fact]
    public async Task One_that_fails_after_it_was_paid_is_taken_back_once()
    {
        await using var world = await PaidOut.StartAsync("journal");
        await world.SettledSaleAsync();
        var payout = await world.PayOutAsync();
        await world.ReconciledAsync(payout);

        await world.EvolveAsync(payout, "failed");
        await world.RunAsync("payout-back-" + payout, "done");
        await world.App.PostAsync("/api/connections/stripe/sweep", null);

        var head = (await world.PayoutAsync(payout)).GetProperty("payout");
        Assert.Equal("reversed", head.GetProperty("state").GetString());
        Assert.Equal(2, (await world.EntriesAsync("GL_Journal", payout)).Count);
        Assert.NotEqual(head.GetProperty("posting").GetString(), head.GetProperty("reversal").GetString());
    }

    [Fact]
    public async Task The_money_of_a_failed_one_is_explained_in_the_next()
    {
        await using var world = await PaidOut.StartAsync("journal");
        await world.SettledSaleAsync();
        var first = await world.PayOutAsync();
        await world.ReconciledAsync(first);
        await world.EvolveAsync(first, "failed");

        var second = await world.PayOutAsync();
        var shown = await world.ReconciledAsync(second);

        Assert.Equal("balanced", shown.GetProperty("payout").GetProperty("state").GetString());
        Assert.Contains(first, shown.Lines()["payoutReversal"].Single().GetProperty("reason").GetString());
    }

    [Fact]
    public async Task What_Sage_refuses_is_a_dead_letter_that_goes_through_once_it_is_mended()
    {
        await using var world = await PaidOut.StartAsync("journal");
        await world.SettledSaleAsync();
        await world.FaultAsync(new { vendor = "sage-100", match = "/write", kind = "status", status = 400, count = 3 });
        var payout = await world.PayOutAsync();
        await world.RunAsync("payout-" + payout, "deadLettered");

        (await world.App.PostAsync($"/api/dead-letters/payout-{payout}/resubmit", null)).EnsureSuccessStatusCode();

        await world.ReconciledAsync(payout);
        Assert.Single(await world.EntriesAsync("GL_Journal", payout));
    }
}

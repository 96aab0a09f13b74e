using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Disputes;

public sealed class When_a_payment_is_disputed
{
    [Fact]
    public async Task The_order_is_held_and_noted_and_its_owner_is_told_until_when_to_answer()
    {
        await using var world = await World.StartAsync();
        var dispute = await world.DisputeAsync(await world.SoldAsync());

        await world.RunAsync(dispute.Run, "waiting");

        var ledger = await world.LedgerAsync();
        Assert.Equal("H", ledger.SageStatus());
        Assert.Contains($"{dispute.Id}: 9510 GBP minor units (fraudulent), needs response, answer by", ledger.Note(ledger.Invoices));
        Assert.Equal(ledger.Note(ledger.Invoices), ledger.Note(ledger.SalesOrders));
        var letter = Assert.Single(await world.LettersAsync());
        Assert.Equal(
            ("dispute-open", "finance"),
            (letter.GetProperty("failure").GetProperty("code").GetString(), letter.GetProperty("owner").GetString()));
    }

    [Fact]
    public async Task A_dispute_that_is_won_lifts_the_hold_and_posts_nothing_of_its_own()
    {
        await using var world = await World.StartAsync();
        var dispute = await world.DisputeAsync(await world.SoldAsync());
        await world.RunAsync(dispute.Run, "waiting");

        await world.DecideAsync(dispute, "won");

        await world.RunAsync(dispute.Run, "done");
        var ledger = await world.LedgerAsync();
        Assert.NotEqual("H", ledger.SageStatus());
        Assert.Contains("won", ledger.Note(ledger.Invoices));
        Assert.Empty(ledger.Journals());
        Assert.Empty(await world.LettersAsync());
    }

    [Fact]
    public async Task A_dispute_that_is_lost_is_written_off_once_and_the_goods_stay_held()
    {
        await using var world = await World.StartAsync();
        var dispute = await world.DisputeAsync(await world.SoldAsync());
        await world.RunAsync(dispute.Run, "waiting");

        await world.DecideAsync(dispute, "lost");

        await world.RunAsync(dispute.Run, "done");
        var ledger = await world.LedgerAsync();
        Assert.Equal("H", ledger.SageStatus());
        Assert.Equal([("6110-00", 95.10m, 0m), ("1150-00", 0m, 95.10m)], Assert.Single(ledger.Journals()));
        Assert.Empty(await world.LettersAsync());
    }

    [Fact]
    public async Task An_inquiry_is_noted_and_nothing_else()
    {
        await using var world = await World.StartAsync();
        var dispute = await world.DisputeAsync(await world.SoldAsync(), inquiry: true);
        await world.RunAsync(dispute.Run, "waiting");

        await world.DecideAsync(dispute, "warning_closed");

        await world.RunAsync(dispute.Run, "done");
        var ledger = await world.LedgerAsync();
        Assert.NotEqual("H", ledger.SageStatus());
        Assert.Contains("warning closed", ledger.Note(ledger.Invoices));
        Assert.Empty(ledger.Journals());
        Assert.Empty(await world.LettersAsync());
    }

    [Fact]
    public async Task Where_payouts_are_not_posted_each_movement_is()
    {
        await using var world = await World.StartAsync(("Isthmus:Disputes:SagePosting", "journal"));
        var dispute = await world.DisputeAsync(await world.SoldAsync());
        await world.RunAsync(dispute.Run, "waiting");

        await world.DecideAsync(dispute, "won");

        await world.RunAsync(dispute.Run, "done");
        var lines = (await world.LedgerAsync()).Journals().SelectMany(entry => entry).ToLookup(line => line.Account);
        Assert.Equal(0m, lines["1150-00"].Sum(line => line.Debit - line.Credit));
        Assert.Equal(lines["6110-00"].Sum(line => line.Debit), lines["1010-00"].Sum(line => line.Credit - line.Debit));
    }

    [Fact]
    public async Task A_lost_dispute_credits_its_invoice_where_the_company_wants_that_and_nothing_goes_back_twice()
    {
        await using var world = await World.StartAsync(("Isthmus:Disputes:OnLost", "creditNote"), ("Isthmus:Refunds:SagePosting", "none"));
        var dispute = await world.DisputeAsync(await world.SoldAsync());
        await world.RunAsync(dispute.Run, "waiting");

        await world.DecideAsync(dispute, "lost");

        await world.RunAsync(dispute.Run, "done");
        var ledger = await world.LedgerAsync();
        var note = Assert.Single(ledger.Zoho("creditnotes"));
        Assert.Equal((dispute.Id, "closed"), (Desk.Text(note, "reference_number"), Desk.Text(note, "status")));
        Assert.Empty(ledger.Journals());
        Assert.Empty(await world.StripeRefundsAsync());
    }

    [Fact]
    public async Task A_dispute_of_a_payment_without_an_order_is_followed_all_the_same()
    {
        await using var world = await World.StartAsync();
        var paid = await world.CheckoutAsync(Orders.Simple());
        await world.RunAsync(paid.RunId, "deadLettered");
        var dispute = await world.DisputeAsync(paid);
        await world.RunAsync(dispute.Run, "waiting");

        await world.DecideAsync(dispute, "lost");

        await world.RunAsync(dispute.Run, "done");
        Assert.Single((await world.LedgerAsync()).Journals());
    }

    [Fact]
    public async Task Events_that_come_late_or_twice_or_in_the_wrong_order_change_nothing()
    {
        await using var world = await World.StartAsync(("Isthmus:Disputes:SagePosting", "journal"));
        var dispute = await world.DisputeAsync(await world.SoldAsync());
        await world.DecideAsync(dispute, "lost");
        await world.RunAsync(dispute.Run, "done");

        await world.DecideAsync(dispute, "reinstate");
        await world.App.PostAsync("/api/connections/stripe/sweep", null);

        await world.RunAsync(dispute.Run, "done");
        await Patience.UntilAsync<bool>(async () => (await world.LedgerAsync()).Journals().Count == 3 ? true : null);
        Assert.Single((await world.LedgerAsync()).Journals(), entry => entry[0].Account == "6110-00" && entry[0].Debit == 95.10m);
    }
}

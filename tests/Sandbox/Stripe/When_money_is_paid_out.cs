using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_money_is_paid_out : StripeTest
{
    private const long Day = 24 * 3600;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ConfigureAsync(new { balanceDelaySeconds = 0 });
    }

    [Fact]
    public async Task The_transactions_of_an_automatic_payout_add_up_to_it()
    {
        var checkout = await CheckoutAsync();
        await CheckoutAsync();
        await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}&amount=300");
        await BookAsync("stripe_fee", -77);
        var payout = await PayOutAsync(new { to = "reconciled" });
        var rows = await RowsAsync(payout);
        Assert.Equal(["payout", "stripe_fee", "refund", "charge", "charge"], rows.Select(row => Text(row, "type")));
        Assert.Equal(0, rows.Sum(Net));
        Assert.Equal(payout["amount"]!.GetValue<long>(), rows.Skip(1).Sum(Net));
        Assert.Single(await EventsAsync("payout.reconciliation_completed"));
    }

    [Fact]
    public async Task While_its_reconciliation_is_in_progress_they_cannot_be_listed()
    {
        await CheckoutAsync();
        var payout = await PayOutAsync(new { to = "paid" });
        Assert.Equal("payout_reconciliation_not_ready", (await Stripe.GetAsync($"/v1/balance_transactions?payout={payout["payout"]}")).Code);
        await AdvanceAsync(5 * 3600);
        Assert.Equal(2, (await RowsAsync(payout)).Count);
    }

    [Fact]
    public async Task Payments_whose_balance_comes_late_are_in_it_unless_a_time_is_named()
    {
        await ConfigureAsync(new { balanceDelaySeconds = 500 });
        var checkout = await CheckoutAsync();
        Assert.Empty((await Sandbox.PostAsync("/_sandbox/stripe/payouts", new { at = 1 }))["payouts"]!.AsArray());
        var rows = await RowsAsync(await PayOutAsync(new { to = "reconciled" }));
        Assert.Equal(checkout["charge"]!.GetValue<string>(), Text(rows[1], "source"));
        Assert.Single(await EventsAsync("charge.updated"));
    }

    [Fact]
    public async Task Each_day_at_midnight_what_became_available_is_paid_out()
    {
        await CheckoutAsync();
        await AdvanceAsync(3 * Day);
        var payout = (await Stripe.ReadAsync("/v1/payouts"))["data"]![0]!;
        Assert.Equal((true, 0), (payout["automatic"]!.GetValue<bool>(), payout["created"]!.GetValue<long>() % Day));
        Assert.Single(await EventsAsync("balance.available"));
        await AdvanceAsync(2 * Day);
        Assert.Equal("paid", Text(await Stripe.ReadAsync($"/v1/payouts/{payout["id"]}"), "status"));
        Assert.Equal(["payout.created", "payout.updated", "payout.reconciliation_completed", "payout.updated", "payout.paid"],
            (await StoriesAsync("payout.")).AsEnumerable());
    }

    [Fact]
    public async Task What_fails_after_it_was_paid_comes_again_with_the_next()
    {
        await CheckoutAsync();
        var first = await PayOutAsync(new { to = "reconciled" });
        await EvolveAsync(first, "failed");
        var failed = await Stripe.ReadAsync($"/v1/payouts/{first["payout"]}?expand[]=failure_balance_transaction");
        Assert.Equal(("failed", "payout_failure"), (Text(failed, "status"), Text(failed["failure_balance_transaction"]!, "type")));
        var second = await PayOutAsync(new { to = "reconciled" });
        Assert.Equal(first["amount"]!.GetValue<long>(), second["amount"]!.GetValue<long>());
        Assert.Equal(["payout", "payout_failure"], (await RowsAsync(second)).Select(row => Text(row, "type")));
    }

    [Fact]
    public async Task A_manual_one_takes_an_amount_and_holds_no_transactions()
    {
        await BookAsync("topup", 5000);
        var made = (await Stripe.PostAsync("/v1/payouts", "amount=2000&currency=gbp")).Body;
        Assert.Equal(("not_applicable", false), (Text(made, "reconciliation_status"), made["automatic"]!.GetValue<bool>()));
        Assert.Equal(400, (await Stripe.GetAsync($"/v1/balance_transactions?payout={made["id"]}")).Status);
        Assert.Equal("balance_insufficient", (await Stripe.PostAsync("/v1/payouts", "amount=3001&currency=gbp")).Code);
        Assert.Equal("canceled", Text((await Stripe.PostAsync($"/v1/payouts/{made["id"]}/cancel")).Body, "status"));
        Assert.Equal(5000, await AvailableAsync("gbp"));
    }

    [Fact]
    public async Task An_arrived_manual_one_can_be_reversed_once()
    {
        await BookAsync("topup", 5000);
        var made = (await Stripe.PostAsync("/v1/payouts", "amount=2000&currency=gbp")).Id;
        await AdvanceAsync(2 * Day);
        var reversal = (await Stripe.PostAsync($"/v1/payouts/{made}/reverse")).Body;
        Assert.Equal((-2000, made), (reversal["amount"]!.GetValue<long>(), Text(reversal, "original_payout")));
        Assert.Equal(400, (await Stripe.PostAsync($"/v1/payouts/{made}/reverse")).Status);
    }

    [Fact]
    public async Task The_live_balance_is_another_one()
    {
        await CheckoutAsync(new { livemode = true });
        Assert.Empty((await Sandbox.PostAsync("/_sandbox/stripe/payouts", new { }))["payouts"]!.AsArray());
        var live = (await Sandbox.PostAsync("/_sandbox/stripe/payouts", new { livemode = true }))["payouts"]!.AsArray();
        Assert.Equal(404, (await Stripe.GetAsync($"/v1/payouts/{live[0]!["payout"]}")).Status);
        Assert.Empty((await Stripe.ReadAsync("/v1/balance_transactions"))["data"]!.AsArray());
    }

    [Fact]
    public async Task After_a_restart_the_balance_and_the_payouts_go_on()
    {
        using var folder = new Isthmus.Tests.Support.TemporaryFolder();
        await using (var first = await Hosting.SandboxServer.StartAsync("--state", folder.Path))
        {
            await first.PostAsync("/_sandbox/stripe/balance-transactions", new { type = "topup", amount = 900 });
            await first.PostAsync("/_sandbox/stripe/payouts", new { });
            await first.PostAsync("/_sandbox/stripe/balance-transactions", new { type = "topup", amount = 100 });
        }
        await using var second = await Hosting.SandboxServer.StartAsync("--state", folder.Path);
        var stripe = new StripeClient(second);
        Assert.Equal(100, (await stripe.ReadAsync("/v1/balance"))["available"]![0]!["amount"]!.GetValue<long>());
        await second.PostAsync("/_sandbox/clock", new { advanceSeconds = 3 * Day });
        var payouts = (await stripe.ReadAsync("/v1/payouts"))["data"]!.AsArray();
        Assert.Equal([100L, 900L], payouts.Select(payout => payout!["amount"]!.GetValue<long>()));
        Assert.Equal("paid", Text(payouts[1]!, "status"));
    }

    [Fact]
    public async Task Each_currency_is_paid_out_by_itself()
    {
        await CheckoutAsync();
        await CheckoutAsync(new { currency = "eur" });
        var both = (await Sandbox.PostAsync("/_sandbox/stripe/payouts", new { }))["payouts"]!.AsArray();
        Assert.Equal(["eur", "gbp"], both.Select(payout => Text(payout!, "currency")).Order());
    }

    [Fact]
    public async Task Ten_thousand_transactions_are_paged_without_loss()
    {
        await Sandbox.PostAsync("/_sandbox/stripe/balance-transactions", new { type = "topup", amount = 7, times = 10_000 });
        var payout = await PayOutAsync(new { to = "reconciled" });
        var rows = await RowsAsync(payout, "&expand[]=data.source");
        Assert.Equal(10_001, rows.Select(row => Text(row, "id")).Distinct().Count());
        Assert.Equal(0, rows.Sum(Net));
    }

    private async Task<JsonNode> PayOutAsync(object body) =>
        Assert.Single((await Sandbox.PostAsync("/_sandbox/stripe/payouts", body))["payouts"]!.AsArray())!;

    private Task<JsonNode> EvolveAsync(JsonNode payout, string to) =>
        Sandbox.PostAsync($"/_sandbox/stripe/payouts/{payout["payout"]}/evolve", new { to });

    private Task<JsonNode> BookAsync(string type, long amount) => Sandbox.PostAsync("/_sandbox/stripe/balance-transactions", new { type, amount });

    private async Task<long> AvailableAsync(string currency) => (await Stripe.ReadAsync("/v1/balance"))["available"]!.AsArray()
        .Single(sum => Text(sum!, "currency") == currency)!["amount"]!.GetValue<long>();

    private async Task<List<string>> StoriesAsync(string about) =>
        (await Stripe.ReadAsync("/v1/events?limit=100"))["data"]!.AsArray().Reverse().Select(told => Text(told!, "type"))
            .Where(type => type.StartsWith(about, StringComparison.Ordinal)).ToList();

    private async Task<List<JsonNode>> RowsAsync(JsonNode payout, string more = "")
    {
        var all = new List<JsonNode>();
        JsonNode page;
        do
        {
            var after = all.Count == 0 ? "" : $"&starting_after={all[^1]["id"]}";
            page = await Stripe.ReadAsync($"/v1/balance_transactions?limit=100&payout={payout["payout"]}{more}{after}");
            all.AddRange(page["data"]!.AsArray()!);
        }
        while (page["has_more"]!.GetValue<bool>());
        return all;
    }

    private static long Net(JsonNode row) => row["net"]!.GetValue<long>();
}

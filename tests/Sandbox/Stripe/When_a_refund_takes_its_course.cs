using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_a_refund_takes_its_course : StripeTest
{
    private const long FourDays = 4 * 24 * 3600;

    [Fact]
    public async Task A_pending_one_succeeds_some_days_later()
    {
        var refund = await RefundAsync(await CheckoutAsync(new { card = "pm_card_pendingRefund" }));
        Assert.Equal(("pending", "processing"), (Text(refund, "status"), Text(refund, "pending_reason")));
        await AdvanceAsync(FourDays);
        Assert.Equal("succeeded", Text(await AgainAsync(refund), "status"));
        Assert.Equal("pending", Text((await EventsAsync("refund.updated"))[0]["data"]!["previous_attributes"]!, "status"));
    }

    [Fact]
    public async Task One_that_succeeded_may_fail_after_all_and_the_money_is_back()
    {
        var checkout = await CheckoutAsync(new { card = "pm_card_refundFail" });
        var refund = await RefundAsync(checkout, "&amount=500");
        Assert.Equal("succeeded", Text(refund, "status"));
        await AdvanceAsync(FourDays);

        var failed = await AgainAsync(refund, "?expand[]=failure_balance_transaction");
        Assert.Equal("failed", Text(failed, "status"));
        var back = failed["failure_balance_transaction"]!;
        Assert.Equal(
            ("refund_failure", 500, failed["id"]!.GetValue<string>()),
            (Text(back, "type"), back["amount"]!.GetValue<long>(), Text(back, "source")));
        Assert.Single(await EventsAsync("refund.failed"));
        var charge = await Stripe.ReadAsync($"/v1/charges/{checkout["charge"]}");
        Assert.Equal(0, charge["amount_refunded"]!.GetValue<long>());
        Assert.Equal("succeeded", Text(await RefundAsync(checkout, "&amount=2000"), "status"));
    }

    [Fact]
    public async Task One_that_the_customer_must_act_on_can_be_canceled_and_no_other_can()
    {
        await ConfigureAsync(new { refundStatus = "requires_action" });
        var refund = await RefundAsync(await CheckoutAsync());
        Assert.Equal("display_details", refund["next_action"]!["type"]!.GetValue<string>());
        var canceled = await Stripe.PostAsync($"/v1/refunds/{refund["id"]}/cancel");
        Assert.Equal("canceled", Text(canceled.Body, "status"));
        Assert.Equal(400, (await Stripe.PostAsync($"/v1/refunds/{refund["id"]}/cancel")).Status);
    }

    [Fact]
    public async Task The_card_s_bank_tells_its_reference_some_days_later()
    {
        var refund = await RefundAsync(await CheckoutAsync());
        await AdvanceAsync(FourDays);
        var card = (await AgainAsync(refund))["destination_details"]!["card"]!;
        Assert.Equal(("available", 23), (Text(card, "reference_status"), Text(card, "reference").Length));
        Assert.Single(await EventsAsync("refund.updated"));
    }

    [Fact]
    public async Task One_that_nobody_answers_fails_when_its_instructions_expire()
    {
        await ConfigureAsync(new { refundStatus = "requires_action" });
        var refund = await RefundAsync(await CheckoutAsync());
        await AdvanceAsync(46 * 24 * 3600);
        Assert.Equal("failed", Text(await AgainAsync(refund), "status"));
    }

    [Fact]
    public async Task Without_the_money_it_is_refused_where_the_account_may_not_borrow()
    {
        await ConfigureAsync(new { refundFunding = "refuse", balanceDelaySeconds = 0 });
        var checkout = await CheckoutAsync();
        var refused = await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}");
        Assert.Equal((400, "balance_insufficient"), (refused.Status, refused.Code));
        Assert.Equal("succeeded", Text(await RefundAsync(checkout, "&amount=1900"), "status"));
    }

    [Fact]
    public async Task Without_the_money_it_waits_where_it_may()
    {
        await ConfigureAsync(new { refundFunding = "wait", balanceDelaySeconds = 0 });
        var refund = await RefundAsync(await CheckoutAsync());
        Assert.Equal(("pending", "insufficient_funds"), (Text(refund, "status"), Text(refund, "pending_reason")));
        Assert.Null(refund["balance_transaction"]);
        await Sandbox.PostAsync("/_sandbox/stripe/balance-transactions", new { type = "topup", amount = 5000 });
        Assert.NotNull((await AgainAsync(refund))["balance_transaction"]);
        await AdvanceAsync(FourDays);
        Assert.Equal("succeeded", Text(await AgainAsync(refund), "status"));
    }

    [Fact]
    public async Task After_a_restart_what_was_still_to_come_comes()
    {
        using var folder = new Isthmus.Tests.Support.TemporaryFolder();
        string id;
        await using (var first = await Hosting.SandboxServer.StartAsync("--state", folder.Path))
        {
            var checkout = await first.PostAsync("/_sandbox/stripe/checkouts", new
            {
                card = "pm_card_pendingRefund", lines = new[] { new { sku = "A", unitAmount = 900 } }
            });
            id = (await new StripeClient(first).PostAsync("/v1/refunds", $"charge={checkout["charge"]}")).Id;
        }
        await using var second = await Hosting.SandboxServer.StartAsync("--state", folder.Path);
        await second.PostAsync("/_sandbox/clock", new { advanceSeconds = FourDays });
        Assert.Equal("succeeded", Text(await new StripeClient(second).ReadAsync($"/v1/refunds/{id}"), "status"));
    }

    private async Task<JsonNode> RefundAsync(JsonNode checkout, string more = "")
    {
        var reply = await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}{more}");
        Assert.True(reply.Status == 200, reply.Body.ToJsonString());
        return reply.Body;
    }

    private Task<JsonNode> AgainAsync(JsonNode refund, string query = "") => Stripe.ReadAsync($"/v1/refunds/{refund["id"]}{query}");
}

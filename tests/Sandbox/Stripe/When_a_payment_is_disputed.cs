using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_a_payment_is_disputed : StripeTest
{
    [Fact]
    public async Task The_bank_takes_the_amount_and_a_fee_at_once()
    {
        var checkout = await CheckoutAsync(new { card = "pm_card_createDispute" });
        var dispute = (await Stripe.ReadAsync($"/v1/disputes?payment_intent={checkout["paymentIntent"]}"))["data"]![0]!;
        Assert.Equal(("needs_response", "fraudulent", 2000), (Text(dispute, "status"), Text(dispute, "reason"), dispute["amount"]!.GetValue<long>()));
        var taken = Assert.Single(dispute["balance_transactions"]!.AsArray())!;
        Assert.Equal(("adjustment", "dispute", -2000, 1500, -3500), (Text(taken, "type"), Text(taken, "reporting_category"),
            taken["amount"]!.GetValue<long>(), taken["fee"]!.GetValue<long>(), taken["net"]!.GetValue<long>()));
        Assert.True((await Stripe.ReadAsync($"/v1/charges/{checkout["charge"]}"))["disputed"]!.GetValue<bool>());
        Assert.Single(await EventsAsync("charge.dispute.created"));
        Assert.Single(await EventsAsync("charge.dispute.funds_withdrawn"));
    }

    [Fact]
    public async Task It_cannot_be_refunded_by_either_name()
    {
        var (checkout, _) = await DisputeAsync();
        Assert.Equal("charge_disputed", (await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}")).Code);
        Assert.Equal("refund_disputed_payment", (await Stripe.PostAsync("/v1/refunds", $"payment_intent={checkout["paymentIntent"]}")).Code);
    }

    [Fact]
    public async Task Winning_brings_the_amount_back_and_not_the_fee()
    {
        var (_, id) = await DisputeAsync();
        var reply = await Stripe.PostAsync($"/v1/disputes/{id}", "evidence[uncategorized_text]=winning_evidence");
        Assert.Equal("won", Text(reply.Body, "status"));
        Assert.Equal([-3500L, 2000L], reply.Body["balance_transactions"]!.AsArray().Select(row => row!["net"]!.GetValue<long>()));
        Assert.Equal("under_review", Text((await EventsAsync("charge.dispute.updated"))[0]["data"]!["object"]!, "status"));
        Assert.Single(await EventsAsync("charge.dispute.funds_reinstated"));
        Assert.Single(await EventsAsync("charge.dispute.closed"));
    }

    [Fact]
    public async Task Staged_evidence_is_not_submitted_until_asked()
    {
        var (_, id) = await DisputeAsync();
        var staged = await Stripe.PostAsync($"/v1/disputes/{id}", "evidence[product_description]=Bottle&submit=false");
        Assert.Equal(("needs_response", 0), (Text(staged.Body, "status"), Count(staged.Body)));
        var sent = await Stripe.PostAsync($"/v1/disputes/{id}", "submit=true");
        Assert.Equal(("under_review", 1), (Text(sent.Body, "status"), Count(sent.Body)));
        Assert.Equal(400, (await Stripe.PostAsync($"/v1/disputes/{id}", "evidence[product_description]=Other")).Status);
    }

    [Fact]
    public async Task Closing_accepts_the_loss_once_and_for_all()
    {
        var (_, id) = await DisputeAsync();
        Assert.Equal("lost", Text((await Stripe.PostAsync($"/v1/disputes/{id}/close")).Body, "status"));
        Assert.Equal(400, (await Stripe.PostAsync($"/v1/disputes/{id}/close")).Status);
    }

    [Fact]
    public async Task One_that_nobody_answers_is_lost()
    {
        var (_, id) = await DisputeAsync();
        await AdvanceAsync(11 * 24 * 3600);
        var lost = await Stripe.ReadAsync($"/v1/disputes/{id}");
        Assert.Equal(("lost", true), (Text(lost, "status"), lost["evidence_details"]!["past_due"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task An_inquiry_moves_no_money_and_may_be_refunded_or_become_a_chargeback()
    {
        var (checkout, id) = await DisputeAsync(new { inquiry = true });
        Assert.Empty((await Stripe.ReadAsync($"/v1/disputes/{id}"))["balance_transactions"]!.AsArray());
        Assert.Equal(200, (await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}&amount=100")).Status);
        await EvolveAsync(id, "withdraw");
        var charged = await Stripe.ReadAsync($"/v1/disputes/{id}");
        Assert.Equal(("needs_response", false), (Text(charged, "status"), charged["is_charge_refundable"]!.GetValue<bool>()));
        Assert.Single(charged["balance_transactions"]!.AsArray());
    }

    [Fact]
    public async Task An_inquiry_ends_when_all_is_refunded()
    {
        var (checkout, id) = await DisputeAsync(new { inquiry = true });
        await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}");
        Assert.Equal("warning_closed", Text(await Stripe.ReadAsync($"/v1/disputes/{id}"), "status"));
    }

    [Theory]
    [InlineData("under_review", 1)]
    [InlineData("warning_under_review", 0)]
    public async Task It_may_be_under_review_from_the_start(string status, int movements)
    {
        var (_, id) = await DisputeAsync(new { status });
        var dispute = await Stripe.ReadAsync($"/v1/disputes/{id}");
        Assert.Equal((status, movements), (Text(dispute, "status"), dispute["balance_transactions"]!.AsArray().Count));
    }

    [Fact]
    public async Task An_inquiry_may_just_end()
    {
        var (_, id) = await DisputeAsync(new { inquiry = true, reason = "product_not_received" });
        await EvolveAsync(id, "warning_closed");
        Assert.Equal("warning_closed", Text(await Stripe.ReadAsync($"/v1/disputes/{id}"), "status"));
        Assert.Empty(await EventsAsync("charge.dispute.funds_withdrawn"));
    }

    private async Task<(JsonNode Checkout, string Id)> DisputeAsync(object? more = null)
    {
        var checkout = await CheckoutAsync();
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["paymentIntent"] = checkout["paymentIntent"]!.DeepClone();
        return (checkout, Text(await Sandbox.PostAsync("/_sandbox/stripe/disputes", body), "dispute"));
    }

    private Task<JsonNode> EvolveAsync(string id, string to) => Sandbox.PostAsync($"/_sandbox/stripe/disputes/{id}/evolve", new { to });

    private static long Count(JsonNode dispute) => dispute["evidence_details"]!["submission_count"]!.GetValue<long>();
}

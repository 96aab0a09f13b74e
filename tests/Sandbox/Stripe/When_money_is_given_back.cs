namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_money_is_given_back : StripeTest
{
    [Fact]
    public async Task Parts_add_up_and_the_charge_is_refunded_only_at_the_end()
    {
        var checkout = await CheckoutAsync();
        var first = await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}&amount=1500&reason=duplicate");
        Assert.Equal("succeeded", first.Body["status"]!.GetValue<string>());
        Assert.Equal((1500, false), await RefundedAsync(checkout["charge"]!.GetValue<string>()));
        await Stripe.PostAsync("/v1/refunds", $"payment_intent={checkout["paymentIntent"]}");
        Assert.Equal((2000, true), await RefundedAsync(checkout["charge"]!.GetValue<string>()));
        var again = await Stripe.PostAsync("/v1/refunds", $"payment_intent={checkout["paymentIntent"]}");
        Assert.Equal((400, "charge_already_refunded"), (again.Status, again.Code));
    }

    [Fact]
    public async Task More_than_is_left_is_refused_and_the_message_names_what_is_left()
    {
        var checkout = await CheckoutAsync();
        var reply = await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}&amount=2001");
        Assert.Equal((400, "amount"), (reply.Status, reply.Param));
        Assert.Contains("20.00 GBP", reply.Body["error"]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_refund_books_a_negative_balance_transaction_without_a_fee()
    {
        var checkout = await CheckoutAsync();
        var refund = await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}&amount=500&expand[]=balance_transaction");
        var booked = refund.Body["balance_transaction"]!;
        Assert.Equal((-500, 0, -500, "refund"), (booked["amount"]!.GetValue<long>(), booked["fee"]!.GetValue<long>(),
            booked["net"]!.GetValue<long>(), booked["type"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_was_only_authorised_cannot_be_refunded()
    {
        var checkout = await CheckoutAsync(new { capture = "manual" });
        var reply = await Stripe.PostAsync("/v1/refunds", $"charge={checkout["charge"]}");
        Assert.Equal("charge_not_refundable", reply.Code);
    }

    [Fact]
    public async Task What_was_only_authorised_and_is_canceled_goes_back_without_moving_money()
    {
        var checkout = await CheckoutAsync(new { capture = "manual" });
        await Stripe.PostAsync($"/v1/payment_intents/{checkout["paymentIntent"]}/cancel");
        Assert.Equal((2000, true), await RefundedAsync(checkout["charge"]!.GetValue<string>()));
        var refund = (await Stripe.ReadAsync($"/v1/refunds?charge={checkout["charge"]}"))["data"]![0]!;
        Assert.Equal("succeeded", Text(refund, "status"));
        Assert.Null(refund["balance_transaction"]);
        Assert.Single(await EventsAsync("charge.refunded"));
    }

    [Fact]
    public async Task What_nobody_captures_expires_after_a_week()
    {
        var checkout = await CheckoutAsync(new { capture = "manual" });
        await AdvanceAsync(7 * 24 * 3600);
        var intent = await Stripe.ReadAsync($"/v1/payment_intents/{checkout["paymentIntent"]}");
        Assert.Equal(("canceled", "automatic"), (Text(intent, "status"), Text(intent, "cancellation_reason")));
        Assert.Equal("expired_uncaptured_charge", Text((await Stripe.ReadAsync("/v1/refunds"))["data"]![0]!, "reason"));
    }

    [Fact]
    public async Task A_refund_of_a_bank_debit_is_pending_and_may_fail_later()
    {
        var checkout = await CheckoutAsync(new { method = "delayed" });
        await Sandbox.PostAsync("/_sandbox/stripe/complete-delayed", new { session = checkout["session"]!.GetValue<string>() });
        var refund = await Sandbox.PostAsync("/_sandbox/stripe/refunds", new { paymentIntent = checkout["paymentIntent"]!.GetValue<string>() });
        var id = refund["refund"]!.GetValue<string>();
        Assert.Equal("pending", (await Stripe.ReadAsync($"/v1/refunds/{id}"))["status"]!.GetValue<string>());

        await Sandbox.PostAsync($"/_sandbox/stripe/refunds/{id}/settle", new { succeed = false });
        Assert.Equal("failed", (await Stripe.ReadAsync($"/v1/refunds/{id}"))["status"]!.GetValue<string>());
        Assert.Equal((0, false), await RefundedAsync(checkout["charge"]!.GetValue<string>()));
        Assert.Single((await Stripe.ReadAsync("/v1/events?type=refund.failed"))["data"]!.AsArray());
    }

    private async Task<(long Amount, bool Whole)> RefundedAsync(string id)
    {
        var charge = await Stripe.ReadAsync($"/v1/charges/{id}");
        return (charge["amount_refunded"]!.GetValue<long>(), charge["refunded"]!.GetValue<bool>());
    }
}

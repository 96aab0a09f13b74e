namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_webhooks_are_delivered : StripeTest
{
    private const string Secret = "whsec_demo_5b1f0c";

    [Fact]
    public void The_signature_matches_the_published_vector()
    {
        var body = """{"id":"evt_demo_1","object":"event","type":"payout.paid"}"""u8.ToArray();
        Assert.Equal("t=1764500000,v1=18dc8273721677750ed4325e69110b84e333b98eb1bc0a76890c3af1f28a1bff",
            Isthmus.Sandbox.Stripe.Events.WebhookSignature.Header(1764500000, body, [Secret]));
    }

    [Fact]
    public async Task A_checkout_announces_each_step_once_and_its_balance_transaction_later()
    {
        await using var receiver = await ReceiveAsync();
        var checkout = await CheckoutAsync();
        var arrived = (await receiver.NextAsync(4)).ToList();
        await AdvanceAsync(2);
        arrived.Add(await receiver.NextAsync());

        var late = Assert.Single(arrived, webhook => webhook.Type == "charge.updated");
        var first = arrived.Except([late]).ToList();
        Assert.All(arrived, webhook => Assert.True(SignatureCheck.Holds(webhook, Secret)));
        Assert.Equal(["charge.succeeded", "checkout.session.completed", "payment_intent.created", "payment_intent.succeeded"],
            first.Select(webhook => webhook.Type).Order());
        var charge = first.Single(webhook => webhook.Type == "charge.succeeded").Event["data"]!["object"]!;
        Assert.Null(charge["balance_transaction"]);
        Assert.Null(late.Event["data"]!["previous_attributes"]!["balance_transaction"]);
        var transaction = late.Event["data"]!["object"]!["balance_transaction"]!.GetValue<string>();
        var booked = await Stripe.ReadAsync($"/v1/balance_transactions/{transaction}");
        Assert.Equal(checkout["charge"]!.GetValue<string>(), booked["source"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_refused_webhook_comes_again_with_a_fresh_signature()
    {
        await using var receiver = await WebhookReceiver.StartAsync(refusals: 1);
        await AddEndpointAsync(receiver, "checkout.session.completed");
        await CheckoutAsync();
        var refused = await receiver.NextAsync();
        await AdvanceUntilAsync(receiver, 60);
        var again = await receiver.NextAsync();

        Assert.Equal(refused.Body, again.Body);
        Assert.NotEqual(refused.Signature, again.Signature);
        Assert.True(SignatureCheck.Holds(again, Secret));
    }

    [Fact]
    public async Task Both_secrets_sign_while_one_is_rolled()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var endpoint = await AddEndpointAsync(receiver, "checkout.session.completed");
        var rolled = await Sandbox.PostAsync($"/_sandbox/stripe/webhook-endpoints/{endpoint}/roll", new { oldSignsSeconds = 600 });
        await CheckoutAsync();
        var both = await receiver.NextAsync();
        await AdvanceAsync(700);
        await CheckoutAsync();
        var one = await receiver.NextAsync();

        Assert.True(SignatureCheck.Holds(both, Secret) && SignatureCheck.Holds(both, rolled["secret"]!.GetValue<string>()));
        Assert.Equal(1, SignatureCheck.Count(one));
        Assert.False(SignatureCheck.Holds(one, Secret));
    }

    [Fact]
    public async Task Duplicates_are_the_same_event_again()
    {
        await using var receiver = await ReceiveAsync("checkout.session.completed");
        await CheckoutAsync(new { duplicates = 3 });
        var all = await receiver.NextAsync(4);
        Assert.Single(all.Select(webhook => webhook.Id).Distinct());
    }

    [Fact]
    public async Task A_lost_webhook_can_be_found_among_the_undelivered_events_and_sent_later()
    {
        await using var receiver = await ReceiveAsync("checkout.session.completed");
        await CheckoutAsync(new { deliver = false });
        var undelivered = await Stripe.ReadAsync("/v1/events?delivery_success=false&type=checkout.session.completed");
        var id = undelivered["data"]![0]!["id"]!.GetValue<string>();
        Assert.False(receiver.HasMore);

        await Sandbox.PostAsync($"/_sandbox/stripe/events/{id}/deliver", new { });
        Assert.Equal(id, (await receiver.NextAsync()).Id);
    }

    [Fact]
    public async Task Live_events_go_to_live_endpoints_only()
    {
        await using var receiver = await ReceiveAsync("checkout.session.completed");
        await CheckoutAsync(new { livemode = true });
        await CheckoutAsync(new { id = "TEST" });
        Assert.False((await receiver.NextAsync()).Event["livemode"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Events_older_than_thirty_days_are_gone()
    {
        var checkout = await CheckoutAsync();
        var id = checkout["events"]![0]!.GetValue<string>();
        Assert.Equal(200, (await Stripe.GetAsync($"/v1/events/{id}")).Status);
        await AdvanceAsync(31 * 24 * 3600);
        Assert.Equal(404, (await Stripe.GetAsync($"/v1/events/{id}")).Status);
    }

    private async Task<WebhookReceiver> ReceiveAsync(params string[] types)
    {
        var receiver = await WebhookReceiver.StartAsync();
        await AddEndpointAsync(receiver, types.Length == 0 ? ["*"] : types);
        return receiver;
    }

    private async Task<string> AddEndpointAsync(WebhookReceiver receiver, params string[] types)
    {
        var endpoint = await Sandbox.PostAsync(
            "/_sandbox/stripe/webhook-endpoints", new { url = receiver.Url, secret = Secret, enabledEvents = types });
        return endpoint["id"]!.GetValue<string>();
    }

    // The sender books the refusal a moment after the receiver gave it, so the clock may have to move more than once.
    private async Task AdvanceUntilAsync(WebhookReceiver receiver, long step)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < 5_000 && !receiver.HasMore; i++)
        {
            await AdvanceAsync(step);
            await timer.WaitForNextTickAsync();
        }
    }
}

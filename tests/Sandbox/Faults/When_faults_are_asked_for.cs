using System.Diagnostics;
using Isthmus.Sandbox.Tests.Stripe;

namespace Isthmus.Sandbox.Tests.Faults;

public sealed class When_faults_are_asked_for : StripeTest
{
    private const string Create = "POST /v1/customers";

    private static readonly string[] Wanted = ["charge.succeeded", "payment_intent.succeeded"];

    [Fact]
    public async Task Drop_after_loses_the_answer_of_a_write_that_happened()
    {
        await AddAsync(new { vendor = "stripe", match = Create, kind = "drop-after", count = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => Stripe.PostAsync("/v1/customers", "name=Ana"));
        Assert.Single((await Stripe.ReadAsync("/v1/customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Drop_before_loses_the_request_itself()
    {
        await AddAsync(new { vendor = "stripe", match = Create, kind = "drop-before", count = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => Stripe.PostAsync("/v1/customers", "name=Ana"));
        Assert.Empty((await Stripe.ReadAsync("/v1/customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_status_is_answered_in_the_vendors_own_shape_as_often_as_asked()
    {
        await AddAsync(new { vendor = "stripe", match = "^POST /v1/cust", kind = "status", status = 429, count = 2, retryAfterSeconds = 3 });
        var first = await Stripe.PostAsync("/v1/customers", "name=Ana");
        var second = await Stripe.PostAsync("/stripe/v1/customers", "name=Ana");
        Assert.Equal((429, "rate_limit", "3"), (first.Status, first.Code, first.Headers["Retry-After"]));
        Assert.Equal(429, second.Status);
        Assert.Equal(200, (await Stripe.PostAsync("/v1/customers", "name=Ana")).Status);
    }

    [Fact]
    public async Task Status_after_hides_a_write_that_happened_behind_an_error()
    {
        await AddAsync(new { vendor = "stripe", match = Create, kind = "status-after", status = 500, count = 1 });
        Assert.Equal(500, (await Stripe.PostAsync("/v1/customers", "name=Ana")).Status);
        Assert.Single((await Stripe.ReadAsync("/v1/customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_malformed_body_is_cut_in_half()
    {
        await AddAsync(new { vendor = "stripe", match = "GET /v1/customers", kind = "malformed-body", count = 1 });
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => Stripe.GetAsync("/v1/customers"));
    }

    [Theory]
    [InlineData("latency")]
    [InlineData("slow-body")]
    public async Task Delays_take_their_time_and_then_answer(string kind)
    {
        await AddAsync(new { vendor = "stripe", match = "GET /v1/customers", kind, count = 1, delayMs = 200 });
        var started = Stopwatch.GetTimestamp();
        Assert.Equal(200, (await Stripe.GetAsync("/v1/customers")).Status);
        Assert.True(Stopwatch.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(190));
    }

    [Fact]
    public async Task Locked_records_and_expired_keys_are_faults_of_the_vendor()
    {
        await AddAsync(new { vendor = "stripe", match = Create, kind = "record-lock", count = 1 });
        Assert.Equal("lock_timeout", (await Stripe.PostAsync("/v1/customers", "name=Ana")).Code);
        await AddAsync(new { vendor = "stripe", match = Create, kind = "token-expiry", count = 1 });
        Assert.Equal("api_key_expired", (await Stripe.PostAsync("/v1/customers", "name=Ana")).Code);
    }

    [Fact]
    public async Task A_rate_is_a_share_of_the_calls()
    {
        await AddAsync(new { vendor = "stripe", match = "GET /v1/customers", kind = "status", status = 503, rate = 0.3 });
        var failed = 0;
        for (var i = 0; i < 200; i++)
            if ((await Stripe.GetAsync("/v1/customers")).Status == 503) failed++;
        Assert.InRange(failed, 35, 85);
    }

    [Fact]
    public async Task Deleted_faults_no_longer_happen()
    {
        await AddAsync(new { vendor = "stripe", kind = "status", status = 500 });
        await Sandbox.Http.DeleteAsync("/_sandbox/faults");
        Assert.Equal(200, (await Stripe.GetAsync("/v1/customers")).Status);
    }

    [Theory]
    [InlineData("webhook-duplicate", 2)]
    [InlineData("webhook-out-of-order", 1)]
    public async Task Webhooks_come_twice_or_late(string kind, int times)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await Sandbox.PostAsync("/_sandbox/stripe/webhook-endpoints", new { url = receiver.Url, enabledEvents = Wanted });
        await CheckoutAsync();
        await receiver.NextAsync(Wanted.Length); // the way is warm: nothing else takes as long as one that is held back
        await AddAsync(new { vendor = "stripe", match = "charge.succeeded", kind, count = 1 });
        await CheckoutAsync();
        var all = (await receiver.NextAsync(1 + times)).Select(webhook => webhook.Type).ToList();
        Assert.Equal(times, all.Count(type => type == "charge.succeeded"));
        if (kind == "webhook-out-of-order") Assert.Equal(["payment_intent.succeeded", "charge.succeeded"], all);
    }

    [Fact]
    public async Task The_rate_limit_can_be_switched_on()
    {
        await Sandbox.PostAsync("/_sandbox/settings", new { stripe = new { rateLimit = true } });
        var replies = await Task.WhenAll(Enumerable.Range(0, 120).Select(_ => Stripe.GetAsync("/v1/customers")));
        Assert.Contains(replies, reply => reply.Code == "rate_limit");
    }

    private async Task AddAsync(object fault) => await Sandbox.PostAsync("/_sandbox/faults", fault);
}

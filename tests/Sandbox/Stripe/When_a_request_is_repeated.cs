using Isthmus.Tests.Support;
using Isthmus.Sandbox.Clock;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_a_request_is_repeated : StripeTest
{
    private static readonly (string, string) Key = ("Idempotency-Key", "order-1");

    [Fact]
    public async Task The_first_answer_is_given_again_and_nothing_happens_twice()
    {
        var first = await Stripe.PostAsync("/v1/customers", "name=Ana", Key);
        var again = await Stripe.PostAsync("/stripe/v1/customers", "name=Ana", Key);
        Assert.Equal(first.Body.ToJsonString(), again.Body.ToJsonString());
        Assert.Equal("true", again.Headers["Idempotent-Replayed"]);
        Assert.Equal(first.Headers["Request-Id"], again.Headers["Original-Request"]);
        Assert.Single((await Stripe.ReadAsync("/v1/customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Other_parameters_under_the_same_key_are_refused()
    {
        await Stripe.PostAsync("/v1/customers", "name=Ana", Key);
        var other = await Stripe.PostAsync("/v1/customers", "name=Eva", Key);
        Assert.Equal((400, "idempotency_error"), (other.Status, other.Type));
    }

    [Fact]
    public async Task A_request_that_failed_validation_is_not_remembered()
    {
        Assert.Equal(400, (await Stripe.PostAsync("/v1/customers", "colour=red", Key)).Status);
        Assert.Equal(200, (await Stripe.PostAsync("/v1/customers", "name=Ana", Key)).Status);
    }

    [Fact]
    public async Task A_server_error_is_remembered()
    {
        await Sandbox.PostAsync("/_sandbox/faults", new { vendor = "stripe", match = "POST /v1/customers", kind = "stored-error", count = 1 });
        Assert.Equal(500, (await Stripe.PostAsync("/v1/customers", "name=Ana", Key)).Status);
        Assert.Equal(500, (await Stripe.PostAsync("/v1/customers", "name=Ana", Key)).Status);
    }

    [Fact]
    public async Task After_a_day_the_key_is_new_again()
    {
        var first = await Stripe.PostAsync("/v1/customers", "name=Ana", Key);
        await AdvanceAsync(24 * 3600 + 1);
        var second = await Stripe.PostAsync("/v1/customers", "name=Ana", Key);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public void While_the_first_is_still_running_the_second_is_a_conflict()
    {
        var keys = new IdempotencyKeys(new SandboxClock(new ManualTime()));
        Assert.Null(keys.Begin("test:k", "request"));
        var conflict = Assert.Throws<StripeException>(() => keys.Begin("test:k", "request"));
        Assert.Equal((409, "idempotency_key_in_use"), (conflict.Status, conflict.Code));
        keys.Forget("test:k");
        Assert.Null(keys.Begin("test:k", "request"));
    }
}

using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Tests.Stripe;

public sealed class Refusals
{
    [Theory]
    [InlineData(400, "invalid_request_error", "parameter_unknown", FailureClass.Validation, false)]
    [InlineData(400, "invalid_request_error", "parameter_missing", FailureClass.Validation, false)]
    [InlineData(400, "invalid_request_error", "parameter_invalid_integer", FailureClass.Validation, false)]
    [InlineData(400, "invalid_request_error", "amount_too_small", FailureClass.Validation, false)]
    [InlineData(400, "invalid_request_error", null, FailureClass.Validation, false)]
    [InlineData(404, "invalid_request_error", "resource_missing", FailureClass.ReferenceMissing, false)]
    [InlineData(404, "invalid_request_error", null, FailureClass.ReferenceMissing, false)]
    [InlineData(400, "invalid_request_error", "charge_already_refunded", FailureClass.Conflict, false)]
    [InlineData(400, "invalid_request_error", "payment_intent_unexpected_state", FailureClass.Conflict, false)]
    [InlineData(400, "invalid_request_error", "refund_disputed_payment", FailureClass.Conflict, false)]
    [InlineData(400, "idempotency_error", null, FailureClass.Conflict, false)]
    [InlineData(409, "invalid_request_error", "idempotency_key_in_use", FailureClass.Locked, true)]
    [InlineData(429, "invalid_request_error", "lock_timeout", FailureClass.Locked, true)]
    [InlineData(429, "invalid_request_error", "rate_limit", FailureClass.Throttled, true)]
    [InlineData(429, null, null, FailureClass.Throttled, true)]
    [InlineData(401, "invalid_request_error", null, FailureClass.Auth, false)]
    [InlineData(401, "invalid_request_error", "api_key_expired", FailureClass.Auth, false)]
    [InlineData(403, "invalid_request_error", null, FailureClass.Auth, false)]
    [InlineData(400, "invalid_request_error", "livemode_mismatch", FailureClass.Auth, false)]
    [InlineData(402, "card_error", "card_declined", FailureClass.Permanent, false)]
    [InlineData(400, "invalid_request_error", "balance_insufficient", FailureClass.Permanent, false)]
    [InlineData(409, null, null, FailureClass.Locked, true)]
    [InlineData(424, "api_error", null, FailureClass.Transient, true)]
    [InlineData(500, "api_error", null, FailureClass.Transient, true)]
    [InlineData(503, null, null, FailureClass.Transient, true)]
    public void Are_put_into_our_classes(int status, string? type, string? code, FailureClass expected, bool retryNow)
    {
        var refusal = Judge(status, JsonSerializer.SerializeToElement(new { error = new { type, code, message = "text" } }))!;
        Assert.Equal((expected, retryNow), (refusal.Failure.Class, refusal.RetryNow));
        Assert.NotEmpty(refusal.Failure.Cure);
    }

    [Theory]
    [InlineData(500, "false", false)]
    [InlineData(409, "false", false)]
    [InlineData(424, "true", true)]
    [InlineData(400, "true", false)]
    public void Obey_Stripes_own_word_on_retrying(int status, string word, bool expected) => Assert.Equal(expected,
        Judge(status, JsonElement.Parse("""{"error":{"type":"api_error"}}"""), ("Stripe-Should-Retry", word))!.RetryNow);

    [Fact]
    public void Name_the_field_and_the_request_but_no_personal_value()
    {
        var body = JsonElement.Parse("""
            {"error":{"type":"invalid_request_error","code":"email_invalid","param":"email","message":"Invalid email address: ana@example.net"}}
            """);
        var failure = Judge(400, body, ("Request-Id", "req_demo"))!.Failure;
        Assert.Equal(("email", "email_invalid"), (failure.Field, failure.Code));
        Assert.Equal("Invalid email address: *** (request req_demo)", failure.Message);
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("POST", true)]
    public void Leave_doubt_only_after_a_server_error_of_a_write(string method, bool expected) =>
        Assert.Equal(expected,
            StripeErrors.Judge(new ApiCall("call", new HttpMethod(method), "/"), Answer(500, null))!.Failure.EffectUnknown);

    [Fact]
    public void Are_none_when_the_call_went_well() => Assert.Null(Judge(200, JsonElement.Parse("{}")));

    private static Refusal? Judge(int status, JsonElement? body, params (string, string)[] headers) =>
        StripeErrors.Judge(new ApiCall("call", HttpMethod.Post, "/"), Answer(status, body, headers));

    private static ApiAnswer Answer(int status, JsonElement? body, params (string Name, string Value)[] headers)
    {
        using var message = new HttpResponseMessage();
        foreach (var (name, value) in headers) message.Headers.Add(name, value);
        return new ApiAnswer(status, body, message.Headers, null);
    }
}

using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Stripe;

/// <summary>Stripe's refusals in our vocabulary. Source: Stripe API reference, Errors and Rate limits.</summary>
internal static class StripeErrors
{
    public static Refusal? Judge(ApiCall call, ApiAnswer answer)
    {
        if (answer is { Success: true, Json.ValueKind: JsonValueKind.Object }) return null;
        var error = answer.Json?.Member("error");
        if (error is null && answer.NeedsWords) return TransportErrors.Malformed(StripeOptions.Id, call, answer.Status);
        var code = error?.Text("code") ?? error?.Text("type") ?? $"http-{answer.Status}";
        var verdict = StripeErrorTable.Find(answer.Status, error?.Text("type"), error?.Text("code"));
        return new Refusal(
            new Failure(verdict.Class, StripeOptions.Id, call.Operation, code, Message(answer, error, verdict), verdict.Cure)
            {
                Field = error?.Text("param"),
                RetryAfter = answer.RetryAfter,
                EffectUnknown = answer.Status >= 500 && !call.ReadOnly,
            },
            RetryNow(answer, verdict));
    }

    /// <summary>Stripe-Should-Retry knows better than any rule: a stored 500 would only be played back again.</summary>
    private static bool RetryNow(ApiAnswer answer, StripeVerdict verdict) => answer.Header("Stripe-Should-Retry") switch
    {
        "true" => verdict.Class is FailureClass.Transient or FailureClass.Locked or FailureClass.Throttled,
        "false" => false,
        _ => verdict.RetryNow,
    };

    private static string Message(ApiAnswer answer, JsonElement? error, StripeVerdict verdict)
    {
        var text = verdict.Message ?? VendorText.Clean(error?.Text("message"));
        return answer.Header("Request-Id") is { } request ? $"{text} (request {request})" : text;
    }
}

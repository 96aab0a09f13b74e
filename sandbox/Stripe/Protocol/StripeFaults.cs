using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>Stripe's error bodies for statuses that a fault asks for.</summary>
internal static class StripeFaults
{
    public static JsonObject Answer(int status, string? code)
    {
        var failure = (status, code) switch
        {
            (429, "lock_timeout") => Refuse.Locked(),
            (429, _) => Refuse.TooFast(),
            (401, _) => Refuse.Unauthorized("Invalid API Key provided: sk_test_********"),
            ( >= 500, _) => new StripeException(status, "api_error", "An unknown error occurred."),
            _ => new StripeException(status, "invalid_request_error", $"Fault {status}.") { Code = code }
        };
        return failure.ToJson("req_fault");
    }
}

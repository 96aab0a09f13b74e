using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>An error answer of Stripe: {"error":{type, code, param, message, ...}} with its HTTP status.</summary>
internal sealed class StripeException(int status, string type, string message) : Exception(message)
{
    public int Status { get; } = status;
    public string Type { get; } = type;
    public string? Code { get; init; }
    public string? Param { get; init; }
    public string? DeclineCode { get; init; }
    public string? Charge { get; init; }
    public JsonObject? PaymentIntent { get; init; }

    /// <summary>Whether an idempotency key remembers this answer: not when the request was never executed.</summary>
    public bool Executed { get; init; }

    public JsonObject ToJson(string requestId)
    {
        var error = new JsonObject();
        if (Charge is not null) error["charge"] = Charge;
        if (Code is not null) error["code"] = Code;
        if (DeclineCode is not null) error["decline_code"] = DeclineCode;
        if (Code is not null) error["doc_url"] = $"https://stripe.com/docs/error-codes/{Code.Replace('_', '-')}";
        error["message"] = Message;
        if (Param is not null) error["param"] = Param;
        if (PaymentIntent is not null) error["payment_intent"] = PaymentIntent.DeepClone();
        error["request_log_url"] = $"https://dashboard.stripe.com/test/logs/{requestId}";
        error["type"] = Type;
        return new JsonObject { ["error"] = error };
    }
}

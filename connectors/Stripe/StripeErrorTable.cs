using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Stripe;

/// <summary>The table from Stripe's error code, else its type, else the HTTP status, to a verdict.</summary>
internal static class StripeErrorTable
{
    private static readonly StripeVerdict Input = new(FailureClass.Validation,
        "Correct the named field in the source record or in the mapping.");

    private static readonly StripeVerdict Amount = new(FailureClass.Validation,
        "Check the amount and its currency's smallest unit.");

    private static readonly StripeVerdict State = new(FailureClass.Conflict,
        "Look at the payment in Stripe's dashboard: it has moved on since this was started.");

    private static readonly StripeVerdict Key = new(FailureClass.Auth,
        "Check the API key, its mode (live or test) and its permissions, and store it again: ./run secret set NAME",
        Message: "Stripe refuses the API key for this call.");

    private static readonly StripeVerdict Busy = new(FailureClass.Locked, "Nothing to do: it is tried again.", RetryNow: true,
        Message: "Another request holds this object.");

    private static readonly StripeVerdict Down = new(FailureClass.Transient,
        "Nothing to do: it is tried again. See status.stripe.com.", RetryNow: true,
        Message: "Stripe could not handle the call.");

    private static readonly StripeVerdict Slow = new(FailureClass.Throttled,
        "Nothing to do: it is tried again more slowly.", RetryNow: true,
        Message: "Stripe asks for fewer calls.");

    private static readonly StripeVerdict Unexpected = new(FailureClass.Permanent,
        "Look the request up in Stripe's dashboard under Developers, Logs.");

    private static readonly StripeVerdict Mismatch = new(FailureClass.Conflict,
        "The same key was used with other values: repeat under a new key.");

    private static readonly StripeVerdict Declined = new(FailureClass.Permanent, "The customer must pay in another way.",
        Message: "The payment method was declined.");

    private static readonly Dictionary<string, StripeVerdict> ByCode = new()
    {
        ["resource_missing"] = new(FailureClass.ReferenceMissing,
            "Check that the object exists in this account and mode (live or test)."),
        ["parameter_missing"] = Input,
        ["parameter_unknown"] = Input,
        ["parameter_invalid_integer"] = Input,
        ["parameter_invalid_empty"] = Input,
        ["amount_too_small"] = Amount,
        ["amount_too_large"] = Amount,
        ["charge_already_refunded"] = State,
        ["charge_disputed"] = State,
        ["charge_not_refundable"] = State,
        ["refund_disputed_payment"] = State,
        ["payment_intent_unexpected_state"] = State,
        ["balance_insufficient"] = new(FailureClass.Permanent,
            "Wait for payments to settle or top up the Stripe balance, then repeat."),
        ["payout_reconciliation_not_ready"] = new(FailureClass.Transient,
            "Nothing to do: Stripe finishes the report within hours."),
        ["livemode_mismatch"] = Key,
        ["testmode_charges_only"] = Key,
        ["api_key_expired"] = Key,
        ["idempotency_key_in_use"] = Busy,
        ["lock_timeout"] = Busy,
        ["rate_limit"] = Slow,
    };

    public static StripeVerdict Find(int status, string? type, string? code)
    {
        if (code is not null && ByCode.TryGetValue(code, out var known)) return known;
        if (type == "idempotency_error") return Mismatch;
        if (type == "card_error") return Declined;
        return status switch
        {
            401 or 403 => Key,
            402 => new(FailureClass.Permanent, "Look at the payment in Stripe's dashboard."),
            404 => new(FailureClass.ReferenceMissing, "Check that the object exists in this account and mode (live or test)."),
            409 => Busy,
            429 => Slow,
            424 or >= 500 => Down,
            400 => Input,
            _ => Unexpected,
        };
    }
}

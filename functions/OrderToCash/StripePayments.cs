using System.Text.Json;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Reads how a payment stands from Stripe's documents <c>{payment_intent, charge, session, line_items}</c>.</summary>
public static class StripePayments
{
    /// <summary>How the payment stands and, when it is not paid, why.</summary>
    public static (PaymentReadiness Readiness, string? Reason) Readiness(JsonElement documents)
    {
        var status = documents.GetProperty("payment_intent").NeedText("status", "stripe");
        return status switch
        {
            "succeeded" => (PaymentReadiness.Paid, null),
            "canceled" => (PaymentReadiness.Canceled, "The payment was cancelled; there is nothing to carry across."),
            "requires_capture" => (PaymentReadiness.NotYet, "The payment is authorised but not captured."),
            _ => (PaymentReadiness.NotYet, $"The payment is not there yet (status {status})."),
        };
    }
}

using System.Text.Json;
using Isthmus.Core.Canonical;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Reads how a payment stands from Stripe's documents <c>{payment_intent, charge, session, line_items}</c>.</summary>
public static class StripePayments
{
    /// <summary>How the payment stands and, when it is not paid, why.</summary>
    public static (PaymentReadiness Readiness, string? Reason) Readiness(JsonElement documents)
    {
        var status = documents.GetProperty("payment_intent").GetProperty("status").GetString();
        return status switch
        {
            "succeeded" => (PaymentReadiness.Paid, null),
            "canceled" => (PaymentReadiness.Canceled, "The payment was cancelled; there is nothing to carry across."),
            "requires_capture" => (PaymentReadiness.NotYet, "The payment is authorised but not captured."),
            _ => (PaymentReadiness.NotYet, $"The payment is not there yet (status {status})."),
        };
    }

    /// <summary>The payment as a canonical record.</summary>
    public static Payment Read(JsonElement documents, string orderKey)
    {
        var intent = documents.GetProperty("payment_intent");
        var charge = Object(documents, "charge");
        var balance = charge is { } c ? Object(c, "balance_transaction") : null;
        var created = (charge ?? intent).GetProperty("created").GetInt64();
        return new Payment
        {
            Key = intent.GetProperty("id").GetString()!,
            ChargeKey = charge?.GetProperty("id").GetString(),
            OrderKey = orderKey,
            Date = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(created).UtcDateTime),
            Currency = intent.GetProperty("currency").GetString()!.ToUpperInvariant(),
            Amount = intent.GetProperty("amount_received").GetInt64(),
            Fee = balance?.GetProperty("fee").GetInt64(),
            FeeCurrency = balance?.GetProperty("currency").GetString()!.ToUpperInvariant(),
            Method = "card",
        };
    }

    private static JsonElement? Object(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}

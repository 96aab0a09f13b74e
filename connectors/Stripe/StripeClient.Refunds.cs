using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Stripe;

public sealed partial class StripeClient
{
    private static readonly (string, string?)[] RefundExpansion = [("expand[]", "payment_intent"), ("expand[]", "charge")];

    /// <summary>One refund, its charge and its payment intent inlined.</summary>
    public Task<JsonElement> GetRefundAsync(string id, CancellationToken cancellation = default) =>
        transport.GetAsync("read refund", Query.Path($"/v1/refunds/{Query.Segment(id)}", RefundExpansion), cancellation);

    /// <summary>Every refund of a payment, newest first, whatever became of it.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListRefundsOfPaymentAsync(
        string paymentIntentId, CancellationToken cancellation = default) =>
        await StripeList.ReadAsync(
            transport, "list refunds", "/v1/refunds", [("payment_intent", paymentIntentId)], cancellation).ToListAsync(cancellation);

    /// <summary>Every refund of a charge, newest first, whatever became of it.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListRefundsOfChargeAsync(string chargeId, CancellationToken cancellation = default) =>
        await StripeList.ReadAsync(
            transport, "list refunds", "/v1/refunds", [("charge", chargeId)], cancellation).ToListAsync(cancellation);

    /// <summary>Gives money of a payment back.</summary>
    /// <param name="paymentIntentId">The payment.</param>
    /// <param name="amount">Minor units, as Stripe counts them in the payment's currency.</param>
    /// <param name="reason">duplicate, fraudulent, requested_by_customer, or null.</param>
    /// <param name="metadata">What the refund is found by later; up to 50 keys of 40 characters with values of 500.</param>
    /// <param name="idempotencyKey">Made of the business fact; Stripe remembers it for 24 hours, so look for the refund first.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<JsonElement> CreateRefundAsync(
        string paymentIntentId, long amount, string? reason, IReadOnlyDictionary<string, string> metadata, string idempotencyKey,
        CancellationToken cancellation = default)
    {
        StripeMetadata.Require(metadata);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(idempotencyKey.Length, 255, nameof(idempotencyKey));
        (string, string?)[] form =
        [
            ("payment_intent", paymentIntentId), ("amount", amount.ToString(CultureInfo.InvariantCulture)), ("reason", reason),
            .. metadata.Select(pair => ($"metadata[{pair.Key}]", (string?)pair.Value)),
        ];
        return transport.PostAsync("create refund", "/v1/refunds", form, idempotencyKey, cancellation);
    }
}

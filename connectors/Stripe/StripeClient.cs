using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Stripe;

/// <summary>
/// The calls that the flows make to Stripe's API v1. Documents come back as Stripe wrote them. Every method throws
/// <see cref="Isthmus.Core.Failures.FailureException"/> with a classified failure. Source: Stripe API reference.
/// </summary>
public sealed partial class StripeClient
{
    private static readonly (string, string?)[] IntentExpansion =
        [("expand[]", "latest_charge.balance_transaction"), ("expand[]", "customer")];

    private static readonly (string, string?)[] LineExpansion = [("expand[]", "data.price.product")];

    private readonly StripeTransport transport;
    private readonly TimeProvider time;

    internal StripeClient(StripeTransport transport, TimeProvider time) => (this.transport, this.time) = (transport, time);

    /// <summary>One payment intent, its latest charge with the balance transaction and its customer inlined.</summary>
    public Task<JsonElement> GetPaymentIntentAsync(string id, CancellationToken cancellation = default) =>
        transport.GetAsync("read payment intent", Query.Path($"/v1/payment_intents/{Query.Segment(id)}", IntentExpansion),
            cancellation);

    /// <summary>One charge, its balance transaction inlined (null until Stripe has settled the fee).</summary>
    public Task<JsonElement> GetChargeAsync(string id, CancellationToken cancellation = default) => transport.GetAsync(
        "read charge", Query.Path($"/v1/charges/{Query.Segment(id)}", ("expand[]", "balance_transaction")), cancellation);

    /// <summary>One checkout session, without its lines.</summary>
    public Task<JsonElement> GetCheckoutSessionAsync(string id, CancellationToken cancellation = default) =>
        transport.GetAsync("read checkout session", $"/v1/checkout/sessions/{Query.Segment(id)}", cancellation);

    /// <summary>One customer; a deleted one is <c>{"id","deleted":true}</c>.</summary>
    public Task<JsonElement> GetCustomerAsync(string id, CancellationToken cancellation = default) =>
        transport.GetAsync("read customer", $"/v1/customers/{Query.Segment(id)}", cancellation);

    /// <summary>One event of the last 30 days.</summary>
    public Task<JsonElement> GetEventAsync(string id, CancellationToken cancellation = default) =>
        transport.GetAsync("read event", $"/v1/events/{Query.Segment(id)}", cancellation);

    /// <summary>The checkout session that a payment intent came from; null for an intent without checkout.</summary>
    public async Task<JsonElement?> FindCheckoutSessionAsync(string paymentIntentId, CancellationToken cancellation = default)
    {
        var page = await transport.GetAsync("find checkout session",
            Query.Path("/v1/checkout/sessions", ("payment_intent", paymentIntentId), ("limit", "1")), cancellation);
        var found = page.Items("data").FirstOrDefault(session => session.IdOf("payment_intent") == paymentIntentId);
        return found.ValueKind == JsonValueKind.Object ? found : null;
    }

    /// <summary>Every line of a checkout session, in order, with price and product inlined.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListLineItemsAsync(string sessionId,
        CancellationToken cancellation = default) =>
        await StripeList.ReadAsync(transport, "list line items", $"/v1/checkout/sessions/{Query.Segment(sessionId)}/line_items",
            LineExpansion, cancellation).ToListAsync(cancellation);

    /// <summary>
    /// All that is known of one paid order: <c>{"payment_intent":{},"charge":{}|null,"session":{}|null,"line_items":[]}</c>.
    /// Three calls, four for more than 100 lines, two without checkout.
    /// </summary>
    public async Task<JsonElement> ReadOrderAsync(string paymentIntentId, CancellationToken cancellation = default)
    {
        var intent = GetPaymentIntentAsync(paymentIntentId, cancellation);
        var session = FindCheckoutSessionAsync(paymentIntentId, cancellation);
        await Task.WhenAll(intent, session);
        var lines = session.Result is { } found
            ? await ListLineItemsAsync(found.Id("id", StripeOptions.Id, "find checkout session"), cancellation) : [];
        return StripeOrder.Compose(intent.Result, session.Result, lines);
    }

    /// <summary>Sets metadata of a payment intent; an empty value removes its key, other keys stay.</summary>
    /// <param name="paymentIntentId">The payment intent.</param>
    /// <param name="metadata">Up to 50 keys of 40 characters with values of 500.</param>
    /// <param name="idempotencyKey">Made of the business fact, up to 255 characters; Stripe remembers it for 24 hours.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task WriteMetadataAsync(
        string paymentIntentId, IReadOnlyDictionary<string, string> metadata, string idempotencyKey,
        CancellationToken cancellation = default)
    {
        StripeMetadata.Require(metadata);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(idempotencyKey.Length, 255, nameof(idempotencyKey));
        return transport.PostAsync("write metadata", $"/v1/payment_intents/{Query.Segment(paymentIntentId)}",
            metadata.Select(pair => ($"metadata[{pair.Key}]", (string?)pair.Value)), idempotencyKey, cancellation);
    }

    /// <summary>Events since a moment (30 days back at most), oldest first: the sweep that finds lost webhooks.</summary>
    /// <param name="since">Inclusive.</param>
    /// <param name="types">Up to 20 event types; none for all.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public IAsyncEnumerable<JsonElement> ListEventsAsync(
        DateTimeOffset since, IReadOnlyList<string> types, CancellationToken cancellation = default) =>
        StripeEventSweep.ReadAsync(transport, since, time.GetUtcNow(), types, cancellation);

    internal Task<JsonElement> GetBalanceAsync(CancellationToken cancellation) =>
        transport.GetAsync("read balance", "/v1/balance", cancellation);

    internal async Task<IReadOnlyList<JsonElement>> ListWebhookEndpointsAsync(CancellationToken cancellation) =>
        await StripeList.ReadAsync(transport, "list webhook endpoints", "/v1/webhook_endpoints", [],
            cancellation).ToListAsync(cancellation);
}

using System.Text.Json;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Stripe;

public sealed partial class StripeClient
{
    /// <summary>One dispute, its charge and its payment intent inlined; what moved is in its <c>balance_transactions</c>.</summary>
    public Task<JsonElement> GetDisputeAsync(string id, CancellationToken cancellation = default) => transport.GetAsync(
        "read dispute", Query.Path($"/v1/disputes/{Query.Segment(id)}", ("expand[]", "payment_intent"), ("expand[]", "charge")), cancellation);
}

using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Stripe;

public sealed partial class StripeClient
{
    /// <summary>Every customer, newest first; deleted ones are not listed. Stripe tells when one was made, not when it changed.</summary>
    /// <param name="createdSince">Only those made since then, inclusive; null for all.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public IAsyncEnumerable<JsonElement> ListCustomersAsync(
        DateTimeOffset? createdSince = null, CancellationToken cancellation = default) => StripeList.ReadAsync(
        transport, "list customers", "/v1/customers",
        [("created[gte]", createdSince?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))], cancellation);

    /// <summary>Customers of exactly this e-mail address, oldest first; several may have it.</summary>
    public async Task<IReadOnlyList<JsonElement>> FindCustomersByEmailAsync(string email, CancellationToken cancellation = default)
    {
        var newestFirst = await StripeList
            .ReadAsync(transport, "find customers by e-mail", "/v1/customers", [("email", email)], cancellation).ToListAsync(cancellation);
        return [.. newestFirst.Where(row => string.Equals(row.Text("email"), email, StringComparison.OrdinalIgnoreCase)).Reverse()];
    }

    /// <summary>The customer that names a Zoho contact in its metadata, or null. The search lags up to a minute behind writes.</summary>
    public async Task<JsonElement?> FindCustomerOfContactAsync(string contactId, CancellationToken cancellation = default)
    {
        var query = $"metadata['{ContactKey}']:'{contactId}'";
        var page = await transport.GetAsync(
            "find customer of contact", Query.Path("/v1/customers/search", ("query", query), ("limit", "1")), cancellation);
        var found = page.Items("data").FirstOrDefault(row => row.Member("metadata")?.Text(ContactKey) == contactId);
        return found.ValueKind == JsonValueKind.Object ? found : null;
    }

    /// <summary>The metadata key of a customer that names its contact in Zoho.</summary>
    public const string ContactKey = "zoho_contact_id";

    /// <summary>Creates a customer.</summary>
    /// <param name="body">Its parameters as a JSON object.</param>
    /// <param name="idempotencyKey">Made of the business fact and the body; Stripe remembers it for 24 hours.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<JsonElement> CreateCustomerAsync(
        ReadOnlyMemory<byte> body, string idempotencyKey, CancellationToken cancellation = default) =>
        transport.PostAsync("create customer", "/v1/customers", StripeForm.Of(body), idempotencyKey, cancellation);

    /// <summary>Changes the parameters in the body; an empty text takes a value away, other parameters stay.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="body">The parameters as a JSON object.</param>
    /// <param name="idempotencyKey">Another one for each change: Stripe answers a known key without looking.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<JsonElement> UpdateCustomerAsync(
        string id, ReadOnlyMemory<byte> body, string idempotencyKey, CancellationToken cancellation = default) =>
        transport.PostAsync("update customer", $"/v1/customers/{Query.Segment(id)}", StripeForm.Of(body), idempotencyKey, cancellation);
}

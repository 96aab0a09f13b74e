using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>
/// The calls that the flows make to Zoho Inventory's API v1. Bodies are UTF-8 JSON, documents come back as Zoho wrote them,
/// without the envelope. Amounts are decimals in the document's currency, ids digits as text. Every method throws
/// <see cref="Isthmus.Core.Failures.FailureException"/>; what exists already is a Conflict with code duplicate-name,
/// duplicate-number, duplicate-sku or duplicate-value. A create whose answer was lost fails with EffectUnknown:
/// search, then repeat.
/// </summary>
public sealed partial class ZohoInventoryClient
{
    private static readonly (string, string?)[] OwnNumber = [("ignore_auto_number_generation", "true")];

    private readonly ZohoInventoryApi api;

    internal ZohoInventoryClient(ZohoInventoryApi api) => this.api = api;

    /// <summary>
    /// For a step that leaves traces before its first call: asks first whether it may call now. Outside of a
    /// <see cref="CallTurn"/> it always may.
    /// </summary>
    /// <exception cref="Core.Failures.FailureException">It has to come back: <see cref="Core.Failures.Failure.TurnLater"/>.</exception>
    public void BeginTurn() => api.BeginTurn();

    /// <summary>
    /// The organisation itself: currency, price precision, time zone, plan; null when the user does not belong to it.
    /// </summary>
    public async Task<JsonElement?> GetOrganizationAsync(CancellationToken cancellation = default)
    {
        var ours = (await ListOrganizationsAsync(cancellation)).FirstOrDefault(each =>
            each.Text("organization_id") == api.OrganizationId);
        return ours.ValueKind == JsonValueKind.Object ? ours : null;
    }

    /// <summary>The organisation's taxes: tax_id, tax_name, tax_percentage.</summary>
    public Task<IReadOnlyList<JsonElement>> ListTaxesAsync(CancellationToken cancellation = default) =>
        AllAsync("list taxes", "/settings/taxes", "taxes", "tax_id", cancellation);

    /// <summary>The organisation's currencies: currency_id, currency_code, price_precision, exchange_rate.</summary>
    public Task<IReadOnlyList<JsonElement>> ListCurrenciesAsync(CancellationToken cancellation = default) =>
        AllAsync("list currencies", "/settings/currencies", "currencies", "currency_id", cancellation);

    /// <summary>The organisation's locations: location_id, location_name, is_primary.</summary>
    public Task<IReadOnlyList<JsonElement>> ListLocationsAsync(CancellationToken cancellation = default) =>
        AllAsync("list locations", "/locations", "locations", "location_id", cancellation);

    internal Task<IReadOnlyList<JsonElement>> ListOrganizationsAsync(CancellationToken cancellation) =>
        AllAsync("list organizations", "/organizations", "organizations", "organization_id", cancellation);

    private async Task<IReadOnlyList<JsonElement>> AllAsync(
        string operation, string path, string envelope, string idName, CancellationToken cancellation) =>
        await api.ListAsync(operation, path, envelope, idName, [], cancellation).ToListAsync(cancellation);

    private Task<IReadOnlyList<JsonElement>> FindAsync(
        string operation, string path, string envelope, string idName, (string, string?) filter,
        Func<JsonElement, bool> matches, CancellationToken cancellation) =>
        ZohoSearch.MatchesAsync(api.ListAsync(operation, path, envelope, idName, [filter], cancellation), operation, matches,
            cancellation);

    private static string One(string module, string id) => $"/{module}/{Query.Segment(id)}";
}

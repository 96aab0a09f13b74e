using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Functions.Deals.Reading;

/// <summary>The currency of records of the CRM that say none, and of products, whose prices are in no other.</summary>
public sealed class HomeCurrency(CrmModuleGate gate)
{
    /// <summary>Its upper-case ISO 4217 code.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        await gate.IsOpenAsync("Deals", cancellation);
        return gate.Organisation!.Currency.ToUpperInvariant();
    }
}

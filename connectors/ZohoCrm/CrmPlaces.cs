namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// How many calls may be under way at once: what the organisation's edition allows, and of those fewer that Zoho counts as heavy.
/// Source: Zoho CRM API v8, API Limits.
/// </summary>
internal sealed class CrmPlaces(ZohoCrmOptions options)
{
    /// <summary>What the smallest edition allows, until the edition is known.</summary>
    private const int Fewest = 5;

    private readonly AdjustablePlaces every = new(Math.Min(Fewest, options.Limits.Concurrency));
    private readonly AdjustablePlaces heavy = new(options.HeavyConcurrency);

    public int Most => every.Most;

    public void Follow(CrmOrg org) => every.Most = Math.Min(OfTier(org.Tier), options.Limits.Concurrency);

    /// <summary>Waits for a place; dispose to give it back.</summary>
    public async Task<IDisposable> EnterAsync(bool heavyCall, CancellationToken cancellation)
    {
        if (heavyCall) await heavy.EnterAsync(cancellation);
        try
        {
            await every.EnterAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            if (heavyCall) heavy.Leave();
            throw;
        }
        return new Place(this, heavyCall);
    }

    internal static int OfTier(CrmTier? tier) => tier switch
    {
        CrmTier.Free => 5,
        CrmTier.Professional => 15,
        CrmTier.Enterprise => 20,
        CrmTier.Ultimate => 25,
        _ => 10,
    };

    private sealed class Place(CrmPlaces places, bool heavyCall) : IDisposable
    {
        public void Dispose()
        {
            places.every.Leave();
            if (heavyCall) places.heavy.Leave();
        }
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Mapping;
using Isthmus.Core.Skus;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.OrderToCash;

/// <summary>
/// Zoho's items by SKU, in memory: read whole at the first order, then only what changed since. An order with known items costs
/// no call.
/// </summary>
public sealed class ItemCatalogue(ZohoInventoryClient zoho, MappingCatalog catalog, TimeProvider time)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim gate = new(1);
    private readonly ConcurrentDictionary<string, string> items = new(StringComparer.Ordinal);
    private volatile SkuIndex? index;
    private DateTimeOffset? readUntil;

    /// <summary>Zoho's item ids by SKU.</summary>
    public IReadOnlyDictionary<string, string> Ids => items;

    /// <summary>The known SKUs, for harmonisation.</summary>
    public SkuIndex Index => index ?? throw new InvalidOperationException("The catalogue was not read yet.");

    /// <summary>True when the catalogue was read at least once.</summary>
    public bool Loaded => readUntil is not null;

    /// <summary>Reads what changed since the last look; the whole catalogue at the first.</summary>
    /// <param name="unlessReadSince">Does nothing when another caller has read after this time.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task RefreshAsync(DateTimeOffset unlessReadSince, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (readUntil >= unlessReadSince) return;
            var now = time.GetUtcNow();
            await foreach (var item in zoho.ListItemsAsync(readUntil - Overlap, cancellation)) Add(item);
            index = new SkuIndex(items.Keys, catalog.References.Get("item-aliases"));
            readUntil = now;
        }
        finally { gate.Release(); }
    }

    private void Add(JsonElement item)
    {
        if (item.FindText("sku") is { Length: > 0 } code)
        {
            items[code] = item.NeedText("item_id", ZohoInventoryOptions.Id);
        }
    }
}

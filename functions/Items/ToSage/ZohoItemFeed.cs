using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Items;
using Isthmus.Core.Polling;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items.ToSage;

/// <summary>
/// Zoho's items, from its lists and its webhooks. What they say is a hint that is compared with what was read before; the item is
/// read again before it is carried.
/// </summary>
public sealed class ZohoItemFeed(ZohoInventoryClient zoho, ItemReading reading, ItemStore store)
{
    /// <summary>Items that come from Zoho.</summary>
    public const string Source = "zoho-inventory";

    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>The feed, for the poller.</summary>
    public Feed Feed => new(ZohoInventoryOptions.Id, "items", Overlap) { Read = zoho.ListItemsAsync, TakeAsync = TakeAsync };

    /// <summary>Takes items that differ from what is known of them.</summary>
    public async Task<PollCounts> TakeAsync(IReadOnlyList<JsonElement> page, CancellationToken cancellation)
    {
        var carried = new List<ReadItem>(page.Count);
        foreach (var row in page)
            if (await reading.MarkAsync("zoho-item", row) is { Skip: null, Mark: var mark })
                carried.Add(new ReadItem(row.NeedText("item_id", ZohoInventoryOptions.Id), mark));
        var taken = await store.TakeAsync(Source, carried, cancellation);
        return new PollCounts(page.Count, taken, carried.Count - taken, page.Count - carried.Count);
    }
}

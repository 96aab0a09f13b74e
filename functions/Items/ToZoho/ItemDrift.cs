using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Checkpoints;
using Isthmus.Core.Items;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>
/// Finds items that somebody changed in Zoho although they are kept in Sage. They are forgotten, so that the sweep that follows takes
/// them as if they were new: they are compared with what Zoho shows, and corrected.
/// </summary>
public sealed class ItemDrift(ZohoInventoryClient zoho, ItemStore store, CheckpointStore checkpoints, TimeProvider time)
{
    private const string Look = "item-drift";
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(2);

    /// <summary>Looks at what changed in Zoho since the last time: a few calls, however many items there are.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var since = await checkpoints.GetAsync(ZohoInventoryOptions.Id, Look, cancellation) ?? started - FirstLook;
        await foreach (var row in zoho.ListItemsAsync(since - Overlap, cancellation))
        {
            if (row.FindText("sku") is not { Length: > 0 } sku) continue;
            if (await store.FindWrittenAsync(SageItemFeed.Source, sku, cancellation) is { } written
                && ZohoItemBody.Differs(written, row))
                await store.ForgetAsync(SageItemFeed.Source, sku, cancellation);
        }
        await checkpoints.SetAsync(ZohoInventoryOptions.Id, Look, started, cancellation);
    }
}

using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Items;
using Isthmus.Core.Mapping;
using Isthmus.Core.Polling;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>
/// Sage's items: a page is compared with what was read before by what the mapping makes of it, because stamps move without a change
/// that matters, and a change comes without its stamp.
/// </summary>
public sealed class SageItemFeed(SageAgentClient sage, ItemReading reading, ItemStore store, MappingCatalog catalog)
{
    /// <summary>Items that come from Sage.</summary>
    public const string Source = "sage-100";

    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private static readonly string[] Columns =
    [
        "ItemCode", "ItemType", "ItemCodeDesc", "ExtendedDescriptionText", "SalesUnitOfMeasure", "StandardUnitPrice", "StandardUnitCost",
        "InactiveItem", "ProductLine",
    ];

    /// <summary>The feed, for the poller.</summary>
    public Feed Feed => new(SageOptions.Id, "items", Overlap)
    {
        Read = (since, cancellation) => sage.QueryAsync(Query.Object, Query.Columns, null, since, cancellation),
        TakeAsync = TakeAsync,
    };

    /// <summary>All items in order of their codes, with what the mapping reads.</summary>
    public SageQuery Query => new("CI_Item")
    {
        Columns = [.. Columns, .. catalog.References.Get("item-fields").Rows
            .Select(row => row.Key).Where(name => name.StartsWith("UDF_", StringComparison.OrdinalIgnoreCase))],
    };

    /// <summary>An item as it was read, and why a rule leaves it in Sage.</summary>
    public async Task<(ReadItem Item, string? Skip)> ReadAsync(JsonElement row)
    {
        var (mark, skip) = await reading.MarkAsync("sage-item", row);
        return (new ReadItem(row.NeedText("ItemCode", SageOptions.Id), mark, row.GetRawText()), skip);
    }

    private async Task<PollCounts> TakeAsync(IReadOnlyList<JsonElement> page, CancellationToken cancellation)
    {
        var carried = new List<ReadItem>(page.Count);
        foreach (var row in page)
            if (await ReadAsync(row) is { Skip: null, Item: var item }) carried.Add(item);
        var taken = await store.TakeAsync(Source, carried, cancellation);
        return new PollCounts(page.Count, taken, carried.Count - taken, page.Count - carried.Count);
    }
}

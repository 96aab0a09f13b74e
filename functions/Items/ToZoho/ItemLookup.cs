using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>Finds the item in Zoho that an SKU means.</summary>
public sealed class ItemLookup(ZohoInventoryClient zoho, ItemDetails details, ItemCatalogue catalogue)
{
    /// <summary>The item with all that Zoho shows of it; null when there is none.</summary>
    /// <param name="sku">As the source writes it.</param>
    /// <param name="id">Its id, where that is known.</param>
    /// <param name="asOf">An SKU that the catalogue lacks is looked for in it as it is at that time or later.</param>
    /// <param name="tried">True where an earlier try may have made it a moment ago.</param>
    /// <exception cref="FailureException">Several items could be meant.</exception>
    public async Task<JsonElement?> FindAsync(string sku, string? id, DateTimeOffset asOf, bool tried)
    {
        id ??= await IdAsync(sku, asOf);
        if (id is not null && await details.FindAsync(id) is { } there) return there;
        return tried || id is not null ? await BySkuAsync(sku) : null;
    }

    /// <summary>The item that has this SKU at this moment.</summary>
    public async Task<JsonElement?> BySkuAsync(string sku) =>
        await zoho.FindItemBySkuAsync(sku, CancellationToken.None) is { } row
            ? await details.FindAsync(row.NeedText("item_id", ZohoInventoryOptions.Id)) : null;

    /// <summary>True when Zoho does not have this item any more.</summary>
    public async Task<bool> IsGoneAsync(string id) => await details.FindAsync(id) is null;

    private async Task<string?> IdAsync(string sku, DateTimeOffset asOf)
    {
        if (!catalogue.Loaded || catalogue.Index.Find(sku).Code is null)
            await catalogue.RefreshAsync(asOf, CancellationToken.None);
        var match = catalogue.Index.Find(sku);
        if (match.Candidates.Count > 1) throw Ambiguous(sku, match.Candidates);
        return match.Code is { } code ? catalogue.Ids[code] : null;
    }

    private static FailureException Ambiguous(string sku, IReadOnlyList<string> candidates) => new(new Failure(
        FailureClass.Conflict, ZohoInventoryOptions.Id, "find the item", "item-ambiguous",
        $"Zoho has several items that '{sku}' could mean: {string.Join(", ", candidates.Take(10))}.",
        "Name the right one in mappings/references/item-aliases.yaml, or give the item in Zoho the SKU; then resubmit.")
    {
        Field = "sku",
    });
}

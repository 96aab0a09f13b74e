using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Items;

/// <summary>
/// The vendor has no call that creates or updates several items: bulk are only the marks, the deletion and the reading of
/// /itemdetails (items.yml). Quantities of many items go into one inventory adjustment.
/// </summary>
internal static class ItemRoutes
{
    private const int LongestBulk = 200;

    private static readonly Listing<Item> listing = new()
    {
        Envelope = "items",
        Report = "Items",
        Table = company => company.Items,
        Row = ItemView.Of,
        HasLastModified = true,
        Columns =
        [
            new TextColumn<Item>("name", item => item.Name),
            new TextColumn<Item>("sku", item => item.Sku),
            new TextColumn<Item>("item_id", item => item.Id, exactOnly: true),
            new TextColumn<Item>("status", item => item.IsActive ? "active" : "inactive", exactOnly: true),
            new TextColumn<Item>("tax_id", item => item.TaxId, exactOnly: true),
            new TextColumn<Item>("location_id", item => item.Stock.Keys, exactOnly: true),
            new TextColumn<Item>("warehouse_id", item => item.Stock.Keys, exactOnly: true),
            new NumberColumn<Item>("rate", item => item.Rate),
            new NumberColumn<Item>("purchase_rate", item => item.PurchaseRate),
        ],
        Sortable =
        [
            new NumberColumn<Item>("reorder_level", item => item.ReorderLevel ?? 0),
            new NumberColumn<Item>("stock_on_hand", item => item.Stock.Values.Sum(stock => stock.Physical)),
        ],
        FilterBy = by => by switch
        {
            "Status.Active" => item => item.IsActive,
            "Status.Inactive" => item => !item.IsActive,
            "Status.Lowstock" => item => item.Stock.Values.Sum(stock => stock.Physical) <= item.ReorderLevel,
            "Status.Grouped" or "Status.Unmapped" or "Status.Uncategorized" => _ => false,
            _ => null,
        },
        Search = (item, text) => item.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || item.Sku.Contains(text, StringComparison.OrdinalIgnoreCase),
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/items", "items.CREATE", ItemWriting.Create, ItemShapes.Create);
        routes.Get("/items", "items.READ", listing.List);
        routes.Get("/items/{id}", "items.READ", call => Answer.Read("item", ItemView.Of(call.Company, Find(call))));
        routes.Get("/itemdetails", "items.READ", Details);
        routes.Put("/items/{id}", "items.UPDATE", ItemWriting.Update, ItemShapes.Update);
        routes.Delete("/items/{id}", "items.DELETE", Delete);
        routes.Add(new("PUT", "/item/{id}/customfields", "items.UPDATE", SetCustomFields, CustomValues.Shape)
        {
            TakesArray = true,
        });
        routes.Delete("/items", "items.DELETE", DeleteSeveral);
        routes.Post("/items/active", "items.CREATE", call => MarkSeveral(call, true));
        routes.Post("/items/inactive", "items.CREATE", call => MarkSeveral(call, false));
        routes.Post("/items/{id}/active", "items.CREATE", call => Mark(call, true));
        routes.Post("/items/{id}/inactive", "items.CREATE", call => Mark(call, false));
    }

    private static Item Find(ApiCall call) => call.Company.Items.Find(call.Id) ?? throw Refusal.Missing("Item");

    private static Answer Details(ApiCall call)
    {
        var found = Several(call).Take(LongestBulk);
        return Answer.Read("items", new JsonArray([.. found.Select(item => (JsonNode)ItemView.Of(call.Company, item))]));
    }

    private static Answer SetCustomFields(ApiCall call)
    {
        var item = Find(call);
        item.Custom.Apply(call.Company, "item", call.Body.Entries, isUpdate: true,
            call.Company.Items.Rows.Where(other => other != item).Select(other => other.Custom));
        item.Modified = call.Now;
        call.Company.Report("item.edited", item);
        return Answer.Done("Custom Fields Updated Successfully");
    }

    private static IEnumerable<Item> Several(ApiCall call) =>
        call.Several("item_ids").Select(id => call.Company.Items.Find(id) ?? throw Refusal.Missing("Item"));

    private static Answer MarkSeveral(ApiCall call, bool active)
    {
        foreach (var item in Several(call).ToList()) Mark(call, item, active);
        return Answer.Done(active ? "The items have been marked as active." : "The items have been marked as inactive.");
    }

    private static void Mark(ApiCall call, Item item, bool active)
    {
        (item.IsActive, item.Modified) = (active, call.Now);
        call.Company.Report("item.edited", item);
    }

    private static Answer Mark(ApiCall call, bool active)
    {
        Mark(call, Find(call), active);
        return Answer.Done(active ? "The item has been marked as active." : "The item has been marked as inactive.");
    }

    private static Answer Delete(ApiCall call)
    {
        Remove(call.Company, [Find(call)]);
        return Answer.Done("The item has been deleted.");
    }

    private static Answer DeleteSeveral(ApiCall call)
    {
        Remove(call.Company, [.. Several(call)]);
        return Answer.Done("The items have been deleted.");
    }

    private static void Remove(Company company, Item[] items)
    {
        var doomed = items.Select(item => item.Id).ToHashSet();
        var documents = company.SalesOrders.Rows.Concat<TradeDocument>(company.Invoices.Rows)
            .Concat(company.CreditNotes.Rows).Concat(company.PurchaseOrders.Rows);
        if (documents.Any(document => document.Lines.Exists(line => line.ItemId is { } id && doomed.Contains(id)))
            || company.Adjustments.Rows.Any(adjustment => adjustment.Lines.Exists(line => doomed.Contains(line.ItemId))))
            throw Refusal.State("Items which are a part of other transactions cannot be deleted. Mark them as inactive instead.");
        foreach (var item in items)
        {
            company.Items.Remove(item);
            company.Report("item.deleted", item);
        }
    }
}

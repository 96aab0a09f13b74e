using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Items;

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
            new NumberColumn<Item>("rate", item => item.Rate),
        ],
        Sortable =
        [
            new NumberColumn<Item>("purchase_rate", item => item.PurchaseRate),
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
        routes.Post("/items/{id}/active", "items.CREATE", call => Mark(call, true));
        routes.Post("/items/{id}/inactive", "items.CREATE", call => Mark(call, false));
    }

    private static Item Find(ApiCall call) => call.Company.Items.Find(call.Id) ?? throw Refusal.Missing("Item");

    private static Answer Details(ApiCall call)
    {
        var found = call.Several("item_ids").Take(LongestBulk)
            .Select(id => call.Company.Items.Find(id) ?? throw Refusal.Missing("Item"));
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

    private static Answer Mark(ApiCall call, bool active)
    {
        var item = Find(call);
        (item.IsActive, item.Modified) = (active, call.Now);
        call.Company.Report("item.edited", item);
        return Answer.Done(active ? "The item has been marked as active." : "The item has been marked as inactive.");
    }

    private static Answer Delete(ApiCall call)
    {
        var item = Find(call);
        if (call.Company.SalesOrders.Rows.Any(order => order.Lines.Exists(line => line.ItemId == item.Id))
            || call.Company.Invoices.Rows.Any(invoice => invoice.Lines.Exists(line => line.ItemId == item.Id)))
            throw Refusal.State("Items which are a part of other transactions cannot be deleted. Mark them as inactive instead.");
        call.Company.Items.Remove(item);
        call.Company.Report("item.deleted", item);
        return Answer.Done("The item has been deleted.");
    }
}

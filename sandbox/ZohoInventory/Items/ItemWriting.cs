using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Items;

/// <summary>Creates and updates items from requests.</summary>
internal static class ItemWriting
{
    public static Answer Create(ApiCall call)
    {
        var item = Add(call.Company, call.Body, call.Now);
        return Answer.Created("The item has been added.", "item", ItemView.Of(call.Company, item));
    }

    public static Item Add(Company company, Body body, DateTimeOffset now)
    {
        var item = new Item { Id = company.Series.NextId(), Created = now };
        var opening = Opening(company, body);
        Write(company, item, body, now, isUpdate: false);
        Open(item, opening);
        company.Items.Add(item);
        company.Report("item.created", item);
        return item;
    }

    public static Answer Update(ApiCall call)
    {
        var item = call.Company.Items.Find(call.Id) ?? throw Refusal.Missing("Item");
        var opening = Opening(call.Company, call.Body);
        call.Company.Items.Change(item, () => Write(call.Company, item, call.Body, call.Now, isUpdate: true));
        Open(item, opening);
        call.Company.Report("item.edited", item);
        return new Answer("Item details have been saved.", "item", ItemView.Of(call.Company, item));
    }

    private static void Write(Company company, Item item, Body body, DateTimeOffset now, bool isUpdate)
    {
        var taxId = body.Has("tax_id") ? company.Tax(body.Text("tax_id"))?.Id : item.TaxId;
        if (body.Text("sku") is { } sku && company.Items.By("sku", sku).Any(other => other != item))
            throw Refusal.Duplicate("An item with the SKU", sku);
        if (company.Settings.UniqueItemNames && body.Text("name") is { } name
            && company.Items.By("name", name).Any(other => other != item))
            throw Refusal.Duplicate("An item with the name", name);
        if (body.Number("rate") < 0) throw Refusal.Value("rate");
        item.Custom.Apply(company, "item", body.Children("custom_fields"), isUpdate,
            company.Items.Rows.Where(other => other != item).Select(other => other.Custom));
        item.Name = body.Text("name") ?? item.Name;
        item.Sku = body.Text("sku") ?? item.Sku;
        item.Rate = body.Number("rate") ?? item.Rate;
        item.PurchaseRate = body.Number("purchase_rate") ?? item.PurchaseRate;
        item.Unit = body.Text("unit") ?? item.Unit;
        // An empty text empties the field.
        if (body.Has("description")) item.Description = body.Text("description") ?? "";
        item.ProductType = body.Text("product_type") ?? item.ProductType;
        item.ItemType = body.Text("item_type") ?? (item.IsGoods ? item.ItemType : "sales_and_purchases");
        item.ReorderLevel = body.Number("reorder_level") ?? item.ReorderLevel;
        item.TaxId = taxId;
        item.Rest.Take(body, ItemShapes.Kept);
        item.Modified = now;
    }

    /// <summary>What initial_stock changes at each place; checked before anything is written.</summary>
    private static List<(string PlaceId, decimal Stock)> Opening(Company company, Body body)
    {
        var (used, other) = company.Settings.Places == "locations" ? ("locations", "warehouses") : ("warehouses", "locations");
        if (body.Has(other)) throw Refusal.Element(other);
        return [.. from place in body.Children(used)
                   where place.Has("initial_stock")
                   select (company.PlaceId(place) ?? company.PrimaryLocation.Id, place.Number("initial_stock")!.Value)];
    }

    private static void Open(Item item, List<(string PlaceId, decimal Stock)> opening)
    {
        foreach (var (place, quantity) in opening)
        {
            var stock = item.At(place);
            var change = quantity - stock.Opening;
            stock.Opening += change;
            stock.Physical += change;
            stock.Accounting += change;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>Fills the catalogue quickly: an array of {sku, name, rate, type: goods|service, stock}.</summary>
internal static class Seeding
{
    public static async Task<JsonNode> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (text.Length == 0) return new JsonObject();
        try { return JsonNode.Parse(text) ?? new JsonObject(); }
        catch (JsonException exception) { throw new ControlException($"The body is not JSON: {exception.Message}"); }
    }

    /// <summary>An SKU that is there already is brought up to date.</summary>
    public static JsonObject Items(Company company, JsonNode body, DateTimeOffset now)
    {
        var entries = body as JsonArray ?? body["items"] as JsonArray
            ?? throw new ControlException("The body must be an array of items.");
        var added = 0;
        foreach (var entry in entries)
            if (Seed(company, entry as JsonObject ?? throw new ControlException("An item must be an object."), now)) added++;
        return new JsonObject { ["added"] = added, ["updated"] = entries.Count - added };
    }

    private static bool Seed(Company company, JsonObject entry, DateTimeOffset now)
    {
        entry.AllowOnly("sku", "name", "rate", "type", "stock");
        var sku = entry.Need<string>("sku");
        var type = entry.Get<string>("type") ?? "goods";
        if (type is not ("goods" or "service")) throw new ControlException("'type' is goods or service.");
        var known = company.Items.First("sku", sku);
        var item = known ?? new Item { Id = company.Series.NextId(), Sku = sku, Created = now };
        item.Name = entry.Get<string>("name") ?? sku;
        item.Rate = entry.Get<decimal>("rate");
        item.ProductType = type;
        item.ItemType = type == "goods" ? "inventory" : "sales";
        item.Modified = now;
        if (type == "goods")
        {
            var stock = item.At(company.PrimaryLocation.Id);
            stock.Physical = stock.Accounting = entry.Get<decimal>("stock");
        }
        if (known is null) company.Items.Add(item);
        return known is null;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.ZohoInventory.Contacts;
using Isthmus.Sandbox.ZohoInventory.Items;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>
/// Fills the catalogue quickly: an array of {sku, name, rate, purchaseRate, unit, type: goods|service, stock, stockAt: {location
/// id: quantity}}; and the contacts: {name, email, company, type: customer|vendor, currency}.
/// </summary>
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
            if (SeedItem(company, entry as JsonObject ?? throw new ControlException("An item must be an object."), now)) added++;
        return new JsonObject { ["added"] = added, ["updated"] = entries.Count - added };
    }

    private static bool SeedItem(Company company, JsonObject entry, DateTimeOffset now)
    {
        entry.AllowOnly("sku", "name", "rate", "purchaseRate", "unit", "type", "stock", "stockAt");
        var sku = entry.Need<string>("sku");
        var type = entry.Get<string>("type") ?? "goods";
        if (type is not ("goods" or "service")) throw new ControlException("'type' is goods or service.");
        var known = company.Items.First("sku", sku);
        var item = known ?? new Item { Id = company.Series.NextId(), Sku = sku, Created = now };
        item.Name = entry.Get<string>("name") ?? sku;
        item.Rate = entry.Get<decimal>("rate");
        item.PurchaseRate = entry.Get<decimal>("purchaseRate");
        item.Unit = entry.Get<string>("unit") ?? item.Unit;
        item.ProductType = type;
        item.ItemType = type == "goods" ? "inventory" : "sales";
        item.Modified = now;
        if (type == "goods")
        {
            var stock = item.At(company.PrimaryLocation.Id);
            stock.Physical = stock.Accounting = entry.Get<decimal>("stock");
            foreach (var (place, quantity) in entry.Get<Dictionary<string, decimal>>("stockAt") ?? [])
                item.At(company.Location(place).Id).Physical = item.At(place).Accounting = quantity;
        }
        if (known is null) company.Items.Add(item);
        return known is null;
    }

    /// <summary>A name that is there already is left as it is.</summary>
    public static JsonObject Contacts(Company company, JsonNode body, DateTimeOffset now)
    {
        var entries = body as JsonArray ?? throw new ControlException("The body must be an array of contacts.");
        var added = 0;
        foreach (var entry in entries)
        {
            var given = entry as JsonObject ?? throw new ControlException("A contact must be an object.");
            if (SeedContact(company, given, now) is not { } contact) continue;
            company.Contacts.Add(contact);
            added++;
        }
        return new JsonObject { ["added"] = added };
    }

    private static Contact? SeedContact(Company company, JsonObject entry, DateTimeOffset now)
    {
        entry.AllowOnly("name", "email", "company", "type", "currency");
        var name = entry.Need<string>("name");
        if (company.Contacts.By("contact_name", name).Count > 0) return null;
        var email = entry.Get<string>("email") ?? "";
        var currency = entry.Get<string>("currency") ?? Defaults.BaseCurrency;
        return new Contact
        {
            Id = company.Series.NextId(),
            Name = name,
            CompanyName = entry.Get<string>("company") ?? "",
            Type = entry.Get<string>("type") ?? "customer",
            CurrencyId = (company.Currencies.Find(known => known.Code == currency)
                ?? throw new ControlException($"There is no currency {currency}.")).Id,
            Persons = [new Person { Id = company.Series.NextId(), FirstName = name, Email = email, IsPrimary = true }],
            Created = now,
            Modified = now,
        };
    }
}

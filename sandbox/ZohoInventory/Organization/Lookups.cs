using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;

namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>Settings records named in requests; an id that is not there is refused.</summary>
internal static class Lookups
{
    public static Currency Currency(this Company company, string? id) =>
        id is null ? company.BaseCurrency : company.Currencies.Find(currency => currency.Id == id)
            ?? throw Refusal.Value("currency_id");

    public static Tax? Tax(this Company company, string? id) =>
        id is null ? null : company.Taxes.Find(tax => tax.Id == id) ?? throw Refusal.Value("tax_id");

    public static Account Account(this Company company, string? id) =>
        company.Accounts.Find(account => account.Id == (id ?? Defaults.UndepositedFunds)) ?? throw Refusal.Value("account_id");

    public static Location Location(this Company company, string id) =>
        company.Locations.Find(location => location.Id == id) ?? throw Refusal.Missing("Location");

    /// <summary>The location that a header or a line names, by whichever of the two names the organisation is on.</summary>
    public static string? PlaceId(this Company company, Body body, string prefix = "")
    {
        var (used, other) = company.Settings.Places == "locations"
            ? (prefix + "location_id", prefix + "warehouse_id") : (prefix + "warehouse_id", prefix + "location_id");
        if (body.Has(other)) throw Refusal.Element(other);
        if (body.Text(used) is not { } id) return null;
        return company.Locations.Find(location => location.Id == id && location.IsActive)?.Id ?? throw Refusal.Value(used);
    }

    /// <summary>A place as an answer shows it, by the name the organisation is on.</summary>
    public static void AddPlace(this Company company, JsonObject view, string id)
    {
        var word = company.Settings.Places == "locations" ? "location" : "warehouse";
        view[word + "_id"] = id;
        view[word + "_name"] = company.Location(id).Name;
    }
}

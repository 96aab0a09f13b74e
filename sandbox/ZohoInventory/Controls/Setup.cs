using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>What is set up by hand in the product: shown with its ids, and added to.</summary>
internal static class Setup
{
    private static readonly string[] modules =
        ["contact", "item", "salesorder", "invoice", "customerpayment", "package", "shipmentorder", "salesreturn",
        "creditnote", "inventoryadjustment", "transferorder", "purchaseorder", "purchasereceive", "bill"];

    public static JsonObject Of(Company company) => new()
    {
        ["organization_id"] = Defaults.OrganizationId,
        ["base_currency"] = company.BaseCurrency.Code,
        ["accounts"] = List(company.Accounts, account => new() { ["account_id"] = account.Id, ["account_name"] = account.Name }),
        ["currencies"] = List(company.Currencies, currency => new()
        {
            ["currency_id"] = currency.Id,
            ["currency_code"] = currency.Code,
            ["price_precision"] = currency.Precision,
        }),
        ["taxes"] = List(company.Taxes,
            tax => new() { ["tax_id"] = tax.Id, ["tax_name"] = tax.Name, ["tax_percentage"] = tax.Percentage }),
        ["locations"] = List(company.Locations, location => new()
        {
            ["location_id"] = location.Id,
            ["location_name"] = location.Name,
            ["is_primary"] = location.IsPrimary,
        }),
        ["custom_fields"] = List(company.CustomFields, Show),
    };

    public static JsonObject AddCustomField(Company company, JsonObject body)
    {
        body.AllowOnly("module", "label", "api_name", "data_type", "unique");
        var (module, label) = (body.Need<string>("module"), body.Need<string>("label"));
        if (!modules.Contains(module)) throw new ControlException($"'module' is one of {string.Join(", ", modules)}.");
        var name = body.Get<string>("api_name") ?? "cf_" + label.ToLowerInvariant().Replace(' ', '_');
        if (company.CustomFields.Exists(field => field.Module == module && field.ApiName == name))
            throw new ControlException($"{module} has a field {name} already.");
        var index = company.CustomFields.Count(field => field.Module == module) + 1;
        var added = new CustomFieldDefinition(company.Series.NextId(), module, label, name, index,
            body.Get<string>("data_type") ?? "string", body.Get<bool>("unique"));
        company.CustomFields.Add(added);
        return Show(added);
    }

    public static JsonObject AddTax(Company company, JsonObject body)
    {
        body.AllowOnly("name", "percentage");
        var tax = new Tax(company.Series.NextId(), body.Need<string>("name"), body.Get<decimal>("percentage"));
        company.Taxes.Add(tax);
        return new() { ["tax_id"] = tax.Id };
    }

    private static JsonObject Show(CustomFieldDefinition field) => new()
    {
        ["customfield_id"] = field.Id,
        ["module"] = field.Module,
        ["label"] = field.Label,
        ["api_name"] = field.ApiName,
        ["data_type"] = field.DataType,
        ["unique"] = field.IsUnique,
    };

    private static JsonArray List<T>(IEnumerable<T> rows, Func<T, JsonObject> show) =>
        new([.. rows.Select(row => (JsonNode)show(row))]);
}

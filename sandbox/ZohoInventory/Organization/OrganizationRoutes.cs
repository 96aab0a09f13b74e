using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;

namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>Organisations, currencies, taxes and the current user. Read only: they are set up by hand in the product.</summary>
internal static class OrganizationRoutes
{
    public static void Add(RouteList routes)
    {
        routes.Add(new("GET", "/organizations", "settings.READ", List, null) { NeedsOrganization = false });
        routes.Get("/organizations/{id}", "settings.READ", One);
        routes.Get("/settings/currencies", "settings.READ", call => Answer.Read("currencies",
            new JsonArray([.. call.Company.Currencies.Select(currency => (JsonNode)Show(currency))])) with
        { PageContext = OnePage("Currencies") });
        routes.Get("/settings/currencies/{id}", "settings.READ", call => Answer.Read("currency",
            Show(call.Company.Currencies.Find(currency => currency.Id == call.Id) ?? throw Refusal.Missing("Currency"))));
        routes.Get("/settings/taxes", "settings.READ", call => Answer.Read("taxes",
            new JsonArray([.. call.Company.Taxes.Select(tax => (JsonNode)Show(tax))])) with
        { PageContext = OnePage("Taxes") });
        routes.Get("/settings/taxes/{id}", "settings.READ", call => Answer.Read("tax",
            Show(call.Company.Taxes.Find(tax => tax.Id == call.Id) ?? throw Refusal.Missing("Tax"))));
        routes.Get("/users/me", "settings.READ", _ => Answer.Read("user", new JsonObject
        {
            ["user_id"] = "460000000000036003",
            ["name"] = "Sandbox User",
            ["user_role"] = "admin",
            ["status"] = "active",
        }));
    }

    private static Answer List(ApiCall call) => Answer.Read("organizations", new JsonArray(Show(call.Company)));

    private static Answer One(ApiCall call) =>
        call.Id == Defaults.OrganizationId
            ? Answer.Read("organization", Show(call.Company)) : throw Refusal.Missing("Organization");

    private static JsonObject Show(Company company) => new()
    {
        ["organization_id"] = Defaults.OrganizationId,
        ["name"] = "Isthmus Sandbox Ltd",
        ["contact_name"] = "Sandbox User",
        ["email"] = "sandbox@example.com",
        ["is_default_org"] = true,
        ["is_org_active"] = true,
        ["plan_type"] = 4,
        ["plan_name"] = "STANDARD",
        ["plan_period"] = "monthly",
        ["language_code"] = "en",
        ["fiscal_year_start_month"] = 0,
        ["account_created_date"] = "2026-01-05",
        ["time_zone"] = CompanyClock.ZoneName,
        ["currency_id"] = company.BaseCurrency.Id,
        ["currency_code"] = company.BaseCurrency.Code,
        ["currency_symbol"] = company.BaseCurrency.Symbol,
        ["currency_format"] = "###,##0.00",
        ["price_precision"] = company.BaseCurrency.Precision,
    };

    private static JsonObject Show(Currency currency) => new()
    {
        ["currency_id"] = currency.Id,
        ["currency_code"] = currency.Code,
        ["currency_name"] = currency.Code + "- " + currency.Name,
        ["currency_symbol"] = currency.Symbol,
        ["price_precision"] = currency.Precision,
        ["currency_format"] = currency.Precision == 0 ? "###,###" : "###,##0." + new string('0', currency.Precision),
        ["is_base_currency"] = currency.Code == Defaults.BaseCurrency,
        ["exchange_rate"] = currency.ExchangeRate,
        ["effective_date"] = "2026-01-05",
    };

    private static JsonObject Show(Tax tax) => new()
    {
        ["tax_id"] = tax.Id,
        ["tax_name"] = tax.Name,
        ["tax_percentage"] = tax.Percentage,
        ["tax_type"] = "tax",
        ["tax_factor"] = "rate",
        ["tax_specific_type"] = "",
        ["tax_authority_id"] = "",
        ["tax_authority_name"] = "",
        ["is_value_added"] = true,
        ["is_default_tax"] = false,
        ["is_editable"] = true,
    };

    private static JsonObject OnePage(string report) => new()
    {
        ["page"] = 1,
        ["per_page"] = 200,
        ["has_more_page"] = false,
        ["report_name"] = report,
    };
}

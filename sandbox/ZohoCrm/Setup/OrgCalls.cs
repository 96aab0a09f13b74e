using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Setup;

/// <summary>The organisation, its currencies and its users (vendor notes, sections 5.1 and 5.6).</summary>
internal static class OrgCalls
{
    private static readonly (string Iso, string Name, string Symbol, string Rate)[] currencies =
    [
        ("USD", "US Dollar - USD", "$", "1.000000000"), ("CAD", "Canadian Dollar - CAD", "CA$", "1.370000000"),
        ("EUR", "Euro - EUR", "€", "0.920000000"), ("GBP", "British Pound - GBP", "£", "0.790000000"),
    ];

    public static void Add(CrmRouteList routes)
    {
        routes.Get("/org", "org.READ", Org);
        routes.Get("/org/currencies", "settings.currencies.READ", Currencies);
        routes.Get("/users", "users.READ", Users);
        routes.Get("/users/{id}", "users.READ", User);
    }

    private static CrmAnswer Org(CrmCall call)
    {
        var (org, tier) = (call.Org, call.Org.Tier);
        return CrmAnswer.Of("org", new JsonArray(new JsonObject
        {
            ["country"] = "United States",
            ["city"] = "Chicago",
            ["description"] = null,
            ["mc_status"] = org.HasCurrencies,
            ["gapps_enabled"] = false,
            ["translation_enabled"] = false,
            ["street"] = null,
            ["alias"] = null,
            ["currency"] = "US Dollar - USD",
            ["id"] = MetaId.Of("org").ToString(),
            ["state"] = "Illinois",
            ["fax"] = null,
            ["employee_count"] = "120",
            ["zip"] = null,
            ["website"] = null,
            ["currency_symbol"] = "$",
            ["mobile"] = null,
            ["currency_locale"] = "en_US",
            ["primary_zuid"] = "70099",
            ["zia_portal_id"] = null,
            ["time_zone"] = org.Settings.UserTimeZone,
            ["zgid"] = Organization.Org.Zgid,
            ["country_code"] = "US",
            ["deletable_org_account"] = true,
            ["license_details"] = new JsonObject
            {
                ["paid_expiry"] = tier == Tier.Free ? null : org.Show(org.Now.AddYears(1)),
                ["users_license_purchased"] = org.Settings.Users,
                ["trial_type"] = null,
                ["trial_expiry"] = null,
                ["paid"] = tier != Tier.Free,
                ["paid_type"] = org.PaidType,
                ["portal_users_license_purchased"] = 0,
            },
            ["hierarchy_preferences"] = new JsonObject { ["type"] = "Role_Hierarchy" },
            ["phone"] = null,
            ["company_name"] = "Norvale Trading",
            ["privacy_settings"] = false,
            ["primary_email"] = "ops@norvale.example",
            ["iso_code"] = "USD",
            ["hipaa_compliance_enabled"] = false,
            ["lite_users_enabled"] = false,
            ["type"] = "production",
        }));
    }

    private static CrmAnswer Currencies(CrmCall call)
    {
        if (call.Org.Tier < Tier.Enterprise)
            throw new CrmRefusal(403, "FEATURE_NOT_SUPPORTED", "the feature is not available in this edition");
        if (!call.Org.HasCurrencies) throw new CrmRefusal(403, "CURRENCIES_NOT_ENABLED", "the currencies are not enabled");
        return CrmAnswer.List("currencies", currencies.Select(currency => new JsonObject
        {
            ["symbol"] = currency.Symbol,
            ["created_time"] = call.Org.Show(DateTimeOffset.UnixEpoch),
            ["is_active"] = true,
            ["exchange_rate"] = currency.Rate,
            ["format"] = new JsonObject
            {
                ["decimal_separator"] = "Period", ["thousand_separator"] = "Comma",
                ["decimal_places"] = "2", ["numeral_system"] = "International",
            },
            ["created_by"] = CrmUser.Person.Reference(),
            ["prefix_symbol"] = true,
            ["is_base"] = currency.Iso == "USD",
            ["modified_time"] = call.Org.Show(DateTimeOffset.UnixEpoch),
            ["name"] = currency.Name,
            ["modified_by"] = CrmUser.Person.Reference(),
            ["id"] = MetaId.Of("currency", currency.Iso).ToString(),
            ["iso_code"] = currency.Iso,
        }));
    }

    private static CrmAnswer Users(CrmCall call)
    {
        var users = call.Parameter("type") == "CurrentUser" ? [call.User] : CrmUser.All;
        return new CrmAnswer(200, new JsonObject
        {
            ["users"] = new JsonArray([.. users.Select(user => (JsonNode)Show(call.Org, user))]),
            ["info"] = new JsonObject { ["per_page"] = 200, ["count"] = users.Count, ["page"] = 1, ["more_records"] = false },
        });
    }

    private static CrmAnswer User(CrmCall call) => CrmUser.Find(CrmCall.Id(call.Path("id"))) is { } user
        ? CrmAnswer.Of("users", new JsonArray(Show(call.Org, user))) : CrmAnswer.Empty;

    private static JsonObject Show(Org org, CrmUser user) => new()
    {
        ["country"] = null,
        ["role"] = new JsonObject { ["name"] = "CEO", ["id"] = MetaId.Of("role", "CEO").ToString() },
        ["language"] = "en_US",
        ["locale"] = "en_US",
        ["first_name"] = user.FirstName,
        ["last_name"] = user.LastName,
        ["full_name"] = user.FullName,
        ["email"] = user.Email,
        ["zuid"] = user.Id.ToString()[^8..],
        ["id"] = user.Id.ToString(),
        ["profile"] = new JsonObject { ["name"] = user.Profile, ["id"] = MetaId.Of("profile", user.Profile).ToString() },
        ["time_zone"] = org.Settings.UserTimeZone,
        ["time_format"] = "HH:mm",
        ["date_format"] = "dd-MM-yyyy",
        ["status"] = "active",
        ["confirm"] = true,
        ["type__s"] = "Regular User",
        ["created_time"] = org.Show(DateTimeOffset.UnixEpoch),
        ["Modified_Time"] = org.Show(DateTimeOffset.UnixEpoch),
        ["created_by"] = CrmUser.Person.Reference(),
        ["Modified_By"] = CrmUser.Person.Reference(),
    };
}

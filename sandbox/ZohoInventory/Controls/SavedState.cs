using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Webhooks;

namespace Isthmus.Sandbox.ZohoInventory.Controls;

/// <summary>Everything that outlives the process: what is set up, and beside it the tables by name.</summary>
internal sealed record SavedState(
    Settings Settings, Series Series, List<Currency> Currencies, List<Tax> Taxes, List<Account> Accounts,
    List<Location> Locations, List<CustomFieldDefinition> CustomFields, IReadOnlyList<WebhookRule> Webhooks, AccountsState Tokens)
{
    public static JsonNode Save(Company company, WebhookRules rules, Accounts accounts)
    {
        var node = JsonSerializer.SerializeToNode(new SavedState(company.Settings, company.Series, company.Currencies,
            company.Taxes, company.Accounts, company.Locations, company.CustomFields, rules.All, accounts.State))!;
        foreach (var (name, table) in company.Tables) node[name] = table.Save();
        return node;
    }

    public static void Load(JsonNode node, Company company, WebhookRules rules, Accounts accounts)
    {
        var saved = node.Deserialize<SavedState>()!;
        (company.Settings, company.Series) = (saved.Settings, saved.Series);
        (company.Currencies, company.Taxes, company.Accounts) = (saved.Currencies, saved.Taxes, saved.Accounts);
        (company.Locations, company.CustomFields) = (saved.Locations, saved.CustomFields);
        foreach (var (name, table) in company.Tables) table.Load(node[name]);
        rules.All = saved.Webhooks;
        accounts.Load(saved.Tokens);
    }
}

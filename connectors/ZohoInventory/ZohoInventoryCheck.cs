using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Json;
using Isthmus.Connectors.Secrets;
using Isthmus.Connectors.Zoho;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>Checks the OAuth client, the scopes, the organisation, and what the mappings expect to find in it.</summary>
internal sealed class ZohoInventoryCheck(
    ZohoInventoryOptions options, ZohoInventoryClient client, ZohoTokens tokens, VaultReader vault) : IConnectionCheck
{
    public string Connection => ZohoInventoryOptions.Id;

    public async Task<ConnectionReport> CheckAsync(CancellationToken cancellation = default)
    {
        var run = new CheckRun(Connection).Options(options);
        await run.NeededAsync("access token", () => TokenAsync(cancellation));
        await run.NeededAsync("organisation", () => OrganisationAsync(cancellation));
        await run.StepAsync("scopes", () => ScopesAsync(cancellation));
        await run.StepAsync("currencies and taxes", () => SettingsAsync(cancellation));
        await run.StepAsync("custom fields of sales orders", () => FieldsAsync(cancellation));
        await run.StepAsync("webhook secrets in the vault", () => WebhooksAsync(cancellation));
        return run.Report;
    }

    public Task PingAsync(CancellationToken cancellation = default) => client.ListOrganizationsAsync(cancellation);

    private async Task<CheckStep> TokenAsync(CancellationToken cancellation)
    {
        var token = await tokens.GetAsync(cancellation);
        return Step.Ok($"given for {token.ApiDomain.Host}");
    }

    private async Task<CheckStep> OrganisationAsync(CancellationToken cancellation)
    {
        var all = await client.ListOrganizationsAsync(cancellation);
        var known = string.Join(", ", all.Select(each => each.Text("organization_id")));
        var ours = all.FirstOrDefault(each => each.Text("organization_id") == options.OrganizationId);
        return ours.Text("organization_id") is null
            ? Step.Failed($"The user does not belong to organisation {options.OrganizationId}.",
                $"Set OrganizationId to one of: {known}.")
            : Step.Ok($"base currency {ours.Text("currency_code")}, time zone {ours.Text("time_zone")}");
    }

    private async Task<CheckStep> ScopesAsync(CancellationToken cancellation)
    {
        var granted = (await tokens.GetAsync(cancellation)).Scope;
        var missing = ZohoScopes.Missing(granted);
        return missing.Count == 0 ? Step.Ok("every scope that is needed") : Step.Failed(
            $"Not granted: {string.Join(", ", missing)}.", $"Give consent again with these scopes: {ZohoScopes.All}");
    }

    private async Task<CheckStep> SettingsAsync(CancellationToken cancellation)
    {
        var currencies = await client.ListCurrenciesAsync(cancellation);
        var taxes = await client.ListTaxesAsync(cancellation);
        var codes = string.Join(", ", currencies.Select(each => each.Text("currency_code")));
        return Step.Ok($"{currencies.Count} currencies ({codes}), {taxes.Count} taxes");
    }

    private async Task<CheckStep> FieldsAsync(CancellationToken cancellation)
    {
        if (options.SalesOrderFields.Count == 0) return Step.Ok("none expected");
        var newest = await client.ListSalesOrdersAsync(null, cancellation).FirstOrDefaultAsync(cancellation);
        if (newest.Text("salesorder_id") is not { } id)
            return Step.Warning("There is no sales order to see them on.", "Run the check again after the first order.");
        var order = await client.GetSalesOrderAsync(id, cancellation);
        var there = order.Items("custom_fields").Select(field => field.Text("api_name"))
            .Concat(order.Names("custom_field_hash")).ToHashSet();
        var missing = options.SalesOrderFields.Where(field => !there.Contains(field)).ToList();
        return missing.Count == 0 ? Step.Ok(string.Join(", ", options.SalesOrderFields)) : Step.Warning(
            $"The newest sales order does not show {string.Join(", ", missing)}.",
            "If they do not exist, add them in Settings, Sales Orders, Field customization.");
    }

    private async Task<CheckStep> WebhooksAsync(CancellationToken cancellation)
    {
        if (options.Webhook.Secrets.Count == 0)
            return Step.Warning("No webhook secret is configured: changes are found by polling only.", "Set Webhook:Secrets.");
        var secrets = await vault.ReadAllAsync(options.Webhook.Secrets, cancellation);
        return secrets.All(secret => secret.Length is >= 12 and <= 50 && secret.All(char.IsAsciiLetterOrDigit))
            ? Step.Ok($"{secrets.Count} found")
            : Step.Failed("A webhook secret is not 12 to 50 letters and digits.",
                "Zoho takes no other; make a new one and set it on both sides.");
    }
}

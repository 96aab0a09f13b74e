using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Secrets;
using Isthmus.Connectors.Zoho;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// Checks the OAuth client, the scopes, the edition, the modules with their key fields, the channels' secret and the credits.
/// </summary>
internal sealed class ZohoCrmCheck(
    ZohoCrmOptions options, ZohoCrmClient client, ZohoTokens tokens, VaultReader vault) : IConnectionCheck
{
    private static readonly string[] Written = ["Accounts", "Contacts", "Vendors", "Sales_Orders", "Invoices"];

    public string Connection => ZohoCrmOptions.Id;

    public async Task<ConnectionReport> CheckAsync(CancellationToken cancellation = default)
    {
        var run = new CheckRun(Connection).Options(options);
        await run.NeededAsync("access token", () => TokenAsync(cancellation));
        await run.NeededAsync("organisation", () => OrganisationAsync(cancellation));
        await run.StepAsync("scopes", () => ScopesAsync(cancellation));
        await run.StepAsync("modules", () => ModulesAsync(cancellation));
        await run.StepAsync("key fields", () => KeysAsync(cancellation));
        await run.StepAsync("channels", () => ChannelsAsync(cancellation));
        await run.StepAsync("API credits", () => Task.FromResult(Credits()));
        return run.Report;
    }

    public Task PingAsync(CancellationToken cancellation = default) => client.GetOrgAsync(cancellation);

    private async Task<CheckStep> TokenAsync(CancellationToken cancellation)
    {
        var token = await tokens.GetAsync(cancellation);
        return Step.Ok($"given for {token.ApiDomain.Host}");
    }

    private async Task<CheckStep> OrganisationAsync(CancellationToken cancellation)
    {
        var org = await client.GetOrgAsync(cancellation);
        return Step.Ok($"edition {org.Edition}, {org.Type}, home currency {org.Currency}, time zone {org.TimeZone}");
    }

    private async Task<CheckStep> ScopesAsync(CancellationToken cancellation)
    {
        var missing = CrmScopes.Missing((await tokens.GetAsync(cancellation)).Scope);
        return missing.Count == 0 ? Step.Ok("every scope that is needed") : Step.Failed(
            $"Not granted: {string.Join(", ", missing)}.", $"Give consent again with these scopes: {CrmScopes.All}");
    }

    private async Task<CheckStep> ModulesAsync(CancellationToken cancellation)
    {
        var closed = Written.Except(await UsableAsync(cancellation)).ToList();
        return closed.Count == 0 ? Step.Ok(string.Join(", ", Written)) : Step.Warning(
            $"The organisation does not offer {string.Join(", ", closed)}: the flows to them are off.",
            "Vendors, Sales_Orders and Invoices begin with the Professional edition; or the user's profile hides them.");
    }

    private async Task<CheckStep> KeysAsync(CancellationToken cancellation)
    {
        var wrong = new List<string>();
        foreach (var module in Written.Intersect(await UsableAsync(cancellation)))
        {
            var fields = await client.ListFieldsAsync(module, cancellation);
            if (!fields.Any(field => field.ApiName == options.KeyField && field.Unique)) wrong.Add(module);
        }
        return wrong.Count == 0 ? Step.Ok($"{options.KeyField} is there and unique") : Step.Warning(
            $"{options.KeyField} is missing or not unique in {string.Join(", ", wrong)}.",
            $"Make a single line field {options.KeyField} of 255 characters there, with 'Do not allow duplicate values'.");
    }

    private async Task<CheckStep> ChannelsAsync(CancellationToken cancellation)
    {
        if (!options.Channels.Enabled)
            return Step.Warning("No address for notifications is set: changes are found by polling only.",
                "Set Channels:NotifyUrl.");
        var secret = await vault.ReadAsync(options.Channels.TokenSecret, cancellation);
        return secret.Length >= 16 ? Step.Ok($"notifications go to {options.Channels.NotifyUrl!.Host}") : Step.Failed(
            "The channels' secret has fewer than 16 characters.", "Store a longer random one: ./run secret set NAME");
    }

    private CheckStep Credits()
    {
        var state = client.Credits;
        var left = state.Remaining is { } remaining ? $"{remaining} left" : "more than half are left";
        return Step.Ok($"{state.Used} used by this process{(state.Allowance is { } all ? $" of {all} in 24 hours" : "")}, {left}");
    }

    private async Task<IEnumerable<string>> UsableAsync(CancellationToken cancellation)
    {
        var org = await client.GetOrgAsync(cancellation);
        return (await client.ListModulesAsync(cancellation)).Where(module => org.Offers(module)).Select(module => module.ApiName);
    }
}

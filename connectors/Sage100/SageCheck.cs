using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Sage100.Outbound;
using Isthmus.Connectors.Secrets;

namespace Isthmus.Connectors.Sage100;

/// <summary>Checks the agent, its key, the company, and the user-defined fields that the mappings write.</summary>
internal sealed class SageCheck(SageOptions options, SageAgentClient client, VaultReader vault) : IConnectionCheck
{
    private const int Protocol = 1;

    public string Connection => SageOptions.Id;

    public async Task<ConnectionReport> CheckAsync(CancellationToken cancellation = default)
    {
        var run = new CheckRun(Connection).Options(options);
        await run.NeededAsync("key in the vault", () => KeyAsync(cancellation));
        await run.NeededAsync("agent answers", () => AgentAsync(cancellation));
        await run.NeededAsync("company", () => CompanyAsync(cancellation));
        foreach (var (name, fields) in options.UserFields)
            await run.StepAsync($"fields of {name}", () => FieldsAsync(name, fields, cancellation));
        await run.StepAsync("default warehouse", () => WarehouseAsync(cancellation));
        return run.Report;
    }

    public Task PingAsync(CancellationToken cancellation = default) => client.PingAsync(cancellation);

    private async Task<CheckStep> KeyAsync(CancellationToken cancellation)
    {
        var name = options.Mode == SageAgentMode.Outbound ? options.Outbound.KeySecrets[0] : options.KeySecret;
        await vault.ReadAsync(name, cancellation);
        return Step.Ok("found");
    }

    private async Task<CheckStep> AgentAsync(CancellationToken cancellation)
    {
        var about = await client.AboutAsync(cancellation);
        return about.Protocol == Protocol
            ? Step.Ok($"agent {about.Agent}, Sage 100 {about.Sage}, time zone {about.TimeZone.Id}")
            : Step.Failed($"The agent speaks protocol {about.Protocol}; this app speaks {Protocol}.",
                "Bring agent and app to the same version.");
    }

    private async Task<CheckStep> CompanyAsync(CancellationToken cancellation)
    {
        var about = await client.AboutAsync(cancellation);
        return about.Companies.Contains(options.Company)
            ? Step.Ok(options.Company)
            : Step.Failed($"The agent does not serve company {options.Company}.",
                $"Set Company to one of: {string.Join(", ", about.Companies)}.");
    }

    private async Task<CheckStep> FieldsAsync(string name, IReadOnlyList<string> fields, CancellationToken cancellation)
    {
        var dictionary = await client.DictionaryAsync(name, cancellation);
        var missing = fields.Where(field => !dictionary.Columns.ContainsKey(field)).ToList();
        return missing.Count == 0
            ? Step.Ok($"{dictionary.Columns.Count} columns, {string.Join(", ", fields)} among them")
            : Step.Failed($"{name} has no {string.Join(", ", missing)}.",
                "Add them in Custom Office, User-Defined Field and Table Maintenance.");
    }

    private async Task<CheckStep> WarehouseAsync(CancellationToken cancellation)
    {
        var stock = await client.QueryAsync("IM_ItemWarehouse", ["ItemCode", "WarehouseCode"],
            new Dictionary<string, string> { ["WarehouseCode"] = options.Warehouse },
            cancellation: cancellation).AnyAsync(cancellation);
        return stock ? Step.Ok($"{options.Warehouse} holds items")
            : Step.Warning($"No item has a record in warehouse {options.Warehouse}.", "Set Warehouse to one that is in use.");
    }
}

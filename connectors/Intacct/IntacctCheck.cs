using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Secrets;

namespace Isthmus.Connectors.Intacct;

/// <summary>Checks secrets, session, the user's clock, and the fields that are read beside the usual ones.</summary>
internal sealed class IntacctCheck(IntacctOptions options, IntacctClient client, VaultReader vault) : IConnectionCheck
{
    private static readonly string[] Objects = ["CUSTOMER", "VENDOR", "CONTACT"];

    public string Connection => IntacctOptions.Id;

    public async Task<ConnectionReport> CheckAsync(CancellationToken cancellation = default)
    {
        var run = new CheckRun(Connection).Options(options);
        await run.NeededAsync("secrets in the vault", () => SecretsAsync(cancellation));
        await run.NeededAsync("session and user's clock", () => ClockAsync(cancellation));
        foreach (var name in Objects.Union(options.Fields.Keys, StringComparer.OrdinalIgnoreCase))
            await run.StepAsync($"fields of {name}", () => FieldsAsync(name, cancellation));
        await run.StepAsync("right to list customers", () => RightAsync(cancellation));
        await run.StepAsync("dimensions", () => DimensionsAsync(cancellation));
        return run.Report;
    }

    public Task PingAsync(CancellationToken cancellation = default) => client.PingAsync(cancellation);

    private async Task<CheckStep> SecretsAsync(CancellationToken cancellation)
    {
        await vault.ReadAllAsync([options.SenderIdSecret, options.SenderPasswordSecret, options.UserPasswordSecret], cancellation);
        return Step.Ok("found");
    }

    private async Task<CheckStep> ClockAsync(CancellationToken cancellation)
    {
        var zone = (await client.ClockAsync(cancellation)).Zone;
        return zone.BaseUtcOffset == TimeSpan.Zero || options.TimeZone.Length > 0
            ? Step.Ok($"signed in as {options.User}, time zone {zone.Id}")
            : Step.Warning($"The user's clock is {zone.Id}, and Intacct does not say whether daylight saving moves it.",
                "Give the user the zone GMT, or set TimeZone to the user's zone.");
    }

    private async Task<CheckStep> FieldsAsync(string name, CancellationToken cancellation)
    {
        var known = (await client.FieldsAsync(name, cancellation)).Select(field => field.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = options.Fields.GetValueOrDefault(name, []).Where(field => !known.Contains(field)).ToList();
        return missing.Count == 0
            ? Step.Ok($"{known.Count} fields")
            : Step.Failed($"{name} has no {string.Join(", ", missing)}.",
                $"Correct Fields:{name}, or add the custom fields in Sage Intacct.");
    }

    private async Task<CheckStep> RightAsync(CancellationToken cancellation)
    {
        var page = await client.QueryAsync(new IntacctQuery("CUSTOMER", ["RECORDNO"]) { PageSize = 1 }, cancellation);
        return Step.Ok($"{page.Total} customers");
    }

    private async Task<CheckStep> DimensionsAsync(CancellationToken cancellation)
    {
        var names = await client.DimensionsAsync(cancellation);
        return Step.Ok(names.Count == 0 ? "none is switched on" : string.Join(", ", names));
    }
}

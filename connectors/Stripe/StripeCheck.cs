using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Json;
using Isthmus.Connectors.Secrets;

namespace Isthmus.Connectors.Stripe;

/// <summary>Checks key, mode, signing secrets and the webhook endpoint of a Stripe account.</summary>
internal sealed class StripeCheck(StripeOptions options, StripeClient client, VaultReader vault) : IConnectionCheck
{
    public string Connection => StripeOptions.Id;

    public async Task<ConnectionReport> CheckAsync(CancellationToken cancellation = default)
    {
        var run = new CheckRun(Connection).Options(options);
        await run.NeededAsync("API key in the vault", () => KeyAsync(cancellation));
        await run.NeededAsync("account answers", () => AccountAsync(cancellation));
        await run.StepAsync("signing secrets in the vault", () => SigningSecretsAsync(cancellation));
        await run.StepAsync("webhook endpoint", () => EndpointAsync(cancellation));
        return run.Report;
    }

    public Task PingAsync(CancellationToken cancellation = default) => client.GetBalanceAsync(cancellation);

    private async Task<CheckStep> KeyAsync(CancellationToken cancellation)
    {
        var key = await vault.ReadAsync(options.ApiKeySecret, cancellation);
        var mode = options.LiveMode ? "live" : "test";
        if (key.StartsWith("pk_", StringComparison.Ordinal))
            return Step.Failed("The key is a publishable one.", "Store a secret (sk_) or restricted (rk_) key.");
        return key.StartsWith($"sk_{mode}_", StringComparison.Ordinal) || key.StartsWith($"rk_{mode}_", StringComparison.Ordinal)
            ? Step.Ok($"a key for {mode} mode")
            : Step.Failed($"The key is not one for {mode} mode.", $"Store an sk_{mode}_ or rk_{mode}_ key, or change LiveMode.");
    }

    private async Task<CheckStep> AccountAsync(CancellationToken cancellation)
    {
        var balance = await client.GetBalanceAsync(cancellation);
        return balance.Flag("livemode") == options.LiveMode
            ? Step.Ok($"answers in {(options.LiveMode ? "live" : "test")} mode, version {options.ApiVersion}")
            : Step.Failed("The account answers in the other mode.", "Change LiveMode, or store the key of the other mode.");
    }

    private async Task<CheckStep> SigningSecretsAsync(CancellationToken cancellation)
    {
        var secrets = await vault.ReadAllAsync(options.WebhookSecrets, cancellation);
        return secrets.All(secret => secret.StartsWith("whsec_", StringComparison.Ordinal))
            ? Step.Ok($"{secrets.Count} found")
            : Step.Failed("A signing secret does not begin with whsec_.",
                "Copy it from the endpoint's page in Stripe's dashboard, whole.");
    }

    private async Task<CheckStep> EndpointAsync(CancellationToken cancellation)
    {
        if (options.WebhookAddress.Length == 0)
            return Step.Warning("WebhookAddress is not configured, so the endpoint was not looked for.",
                "Set it to this app's public webhook address.");
        var endpoints = await client.ListWebhookEndpointsAsync(cancellation);
        var ours = endpoints.FirstOrDefault(endpoint => endpoint.Text("url") == options.WebhookAddress);
        return ours.ValueKind == JsonValueKind.Object ? Endpoint(ours) : Step.Failed(
            $"None of the account's {endpoints.Count} webhook endpoints leads to {options.WebhookAddress}.",
            "Add it in Stripe's dashboard under Developers, Webhooks.");
    }

    private CheckStep Endpoint(JsonElement endpoint)
    {
        var enabled = endpoint.Texts("enabled_events").ToHashSet();
        var missing = enabled.Contains("*") ? [] : StripeEventTypes.Needed.Where(type => !enabled.Contains(type)).ToList();
        if (endpoint.Text("status") == "disabled")
            return Step.Failed("The endpoint is disabled.", "Enable it in Stripe's dashboard.");
        if (missing.Count > 0)
            return Step.Failed($"It does not send {string.Join(", ", missing)}.", "Add these events to the endpoint.");
        var version = endpoint.Text("api_version");
        return version is null || StripeVersion.SameTrain(options.ApiVersion, version)
            ? Step.Ok("enabled, with every event that is needed")
            : Step.Warning($"It sends version {version}; this app reads {options.ApiVersion}.",
                "Give the endpoint that version.");
    }
}

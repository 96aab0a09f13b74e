using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Support;

/// <summary>Connectors as an app has them: configured, registered, with real HTTP.</summary>
public static class Connected
{
    public static readonly ListedVault Vault = new(
        ("stripe-api-key", "sk_test_sandbox"), ("stripe-signing", "whsec_demo_5b1f0c"),
        ("zoho-client-id", "1000.SANDBOX"), ("zoho-client-secret", "zoho-sandbox-secret"),
        ("zoho-refresh-token", "1000.sandbox.refresh"),
        ("zoho-crm-client-id", "1000.CRMSANDBOX"), ("zoho-crm-client-secret", "crm-sandbox-secret"),
        ("zoho-crm-refresh-token", "1000.crm.sandbox.refresh"), ("zoho-crm-channel", "channelSecret0123456789"),
        ("zoho-webhook", "demoToken1234567"), ("sage-agent-key", "sage-sandbox-key"));

    private static readonly (string, string)[] Quick = [("Limits:RetryPause", "00:00:00"), ("Limits:Calls", "100000"),
        ("Limits:Concurrency", "50")];

    public static ServiceProvider To(Uri server, params (string Name, string Value)[] settings) =>
        To(server, null, null, settings);

    public static ServiceProvider To(Uri server, TimeProvider? time, ISecretVault? vault,
        params (string Name, string Value)[] settings)
    {
        var root = server.AbsoluteUri.TrimEnd('/');
        var services = new ServiceCollection();
        services.AddSingleton(vault ?? Vault);
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddStripe(Section("Connections:stripe",
            [("BaseAddress", root + "/stripe"), ("WebhookSecrets:0", "stripe-signing"), .. Quick, .. settings]));
        services.AddZohoInventory(Section("Connections:zoho-inventory",
            [("AccountsServer", root + "/zoho-accounts"), ("OrganizationId", "10234695"),
                ("Webhook:Secrets:0", "zoho-webhook"), .. Quick, .. settings]));
        services.AddSage100(Section("Connections:sage-100",
            [("BaseAddress", root + "/sage-100/agent/v1"), ("Company", "ABC"), .. Quick, .. settings]));
        services.AddZohoCrm(Section("Connections:zoho-crm", [("AccountsServer", root + "/zoho-accounts"), .. Quick, .. settings]));
        return services.BuildServiceProvider();
    }

    public static IConfigurationSection Section(string path, params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings) values[$"{path}:{name}"] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection(path);
    }
}

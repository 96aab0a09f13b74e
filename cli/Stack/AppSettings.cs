namespace Isthmus.Cli.Stack;

/// <summary>The app's configuration against the sandbox, as environment variables.</summary>
internal static class AppSettings
{
    public const string StripeKey = "sk_test_sandbox";
    public const string ZohoWebhookToken = "zohoSandboxToken123";

    /// <summary>The signing secret of Stripe's webhooks where nobody gives one.</summary>
    public const string ConstantStripeSecret = "whsec_constant";

    /// <summary>Secrets by their names in the vault; the sandbox's own, known to everybody.</summary>
    public static readonly IReadOnlyDictionary<string, string> Secrets = new Dictionary<string, string>
    {
        ["stripe-api-key"] = StripeKey,
        ["zoho-client-id"] = "1000.SANDBOX",
        ["zoho-client-secret"] = "zoho-sandbox-secret",
        ["zoho-refresh-token"] = "1000.sandbox.refresh",
        ["zoho-webhook"] = ZohoWebhookToken,
        ["sage-agent-key"] = "sage-sandbox-key",
        ["zoho-crm-client-id"] = "1000.CRMSANDBOX",
        ["zoho-crm-client-secret"] = "crm-sandbox-secret",
        ["zoho-crm-refresh-token"] = "1000.crm.sandbox.refresh",
        ["zoho-crm-channel"] = "crmSandboxChannelToken123",
        ["sage-soap-password"] = "soap-sandbox-secret",
        ["sage-300-password"] = "SAGE300-SANDBOX",
        ["intacct-sender-id"] = "SANDBOX",
        ["intacct-sender-password"] = "intacct-sender-secret",
        ["intacct-user-password"] = "intacct-user-secret",
    };

    public static Dictionary<string, string> For(StackOptions options, Uri app, Uri sandbox)
    {
        var address = sandbox.ToString().TrimEnd('/');
        var settings = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = "IsthmusHome=" + options.Home,
            ["ISTHMUS_HOME"] = options.Home,
            ["Isthmus__Home"] = options.Home,
            ["Isthmus__Mappings__Folder"] = options.Mappings,
            [Connection("stripe", "BaseAddress")] = address,
            [Connection("stripe", "WebhookSecrets__0")] = "stripe-webhook",
            [Connection("stripe", "WebhookAddress")] = new Uri(app, "/api/webhooks/stripe").ToString(),
            [Connection("zoho-inventory", "AccountsServer")] = address + "/zoho-accounts",
            [Connection("zoho-inventory", "OrganizationId")] = "10234695",
            [Connection("zoho-inventory", "Webhook__Secrets__0")] = "zoho-webhook",
            [Connection("sage-100", "BaseAddress")] = address + "/sage-100/agent/v1",
            [Connection("sage-100", "Company")] = "ABC",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Isthmus"] = "Information"
        };
        if (!options.RealLimits)
        {
            Widen(settings, "stripe", concurrency: 32);
            Widen(settings, "zoho-inventory", concurrency: 8);
            Widen(settings, "sage-100", concurrency: 8);
        }
        if (options.Crm) foreach (var (name, value) in CrmStack.Settings(app, sandbox)) settings[name] = value;
        foreach (var (name, value) in options.Settings) settings[name] = value;
        return settings;
    }

    private static void Widen(Dictionary<string, string> settings, string connection, int concurrency)
    {
        settings[Connection(connection, "Limits__Calls")] = "100000";
        settings[Connection(connection, "Limits__Concurrency")] = concurrency.ToString();
    }

    public static string Connection(string id, string setting) => $"Isthmus__Connections__{id}__{setting}";
}

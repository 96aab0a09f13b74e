using Isthmus.Core.Vault;

namespace Isthmus.Fuzz;

/// <summary>Configuration of an app whose vendors are <see cref="SpoiledAnswers"/>.</summary>
internal static class AppSettings
{
    private const string Nowhere = "http://127.0.0.1:9";

    public const string StripeSecret = "whsec_fuzz";

    public const string ZohoSecret = "fuzzFuzzFuzz";

    public static Dictionary<string, string?> Of(string home)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = "IsthmusHome=" + home,
            ["Isthmus:Home"] = home,
            ["Isthmus:Failures:FirstDelay"] = "00:00:00.01",
            ["Isthmus:Failures:LongestDelay"] = "00:00:00.05",
            ["Isthmus:Failures:PatientTries"] = "3",
            ["Isthmus:Connections:stripe:BaseAddress"] = Nowhere,
            ["Isthmus:Connections:stripe:WebhookSecrets:0"] = "stripe-webhook",
            ["Isthmus:Connections:zoho-inventory:AccountsServer"] = Nowhere + "/zoho-accounts",
            ["Isthmus:Connections:zoho-inventory:OrganizationId"] = "10234695",
            ["Isthmus:Connections:zoho-inventory:Webhook:Secrets:0"] = "zoho-webhook",
            ["Isthmus:Connections:sage-100:BaseAddress"] = Nowhere + "/sage-100/agent/v1",
            ["Isthmus:Connections:sage-100:Company"] = "ABC",
        };
        foreach (var connection in (string[])["stripe", "zoho-inventory", "sage-100"])
        {
            settings[$"Isthmus:Connections:{connection}:Limits:Calls"] = "100000";
            settings[$"Isthmus:Connections:{connection}:Limits:Concurrency"] = "1000";
            settings[$"Isthmus:Connections:{connection}:Limits:Retries"] = "0";
            settings[$"Isthmus:Connections:{connection}:Limits:RetryPause"] = "00:00:00"; // a renewed token is asked for again all the same
            settings[$"Isthmus:Connections:{connection}:Limits:LongestWait"] = "00:00:00";
            settings[$"Isthmus:Connections:{connection}:Limits:BreakerCalls"] = "10000";
        }
        return settings;
    }

    public static void FillVault(string home)
    {
        var vault = new FileVault(home);
        vault.Set("stripe-api-key", "sk_test_sandbox");
        vault.Set("stripe-webhook", StripeSecret);
        vault.Set("zoho-client-id", "1000.SANDBOX");
        vault.Set("zoho-client-secret", "zoho-sandbox-secret");
        vault.Set("zoho-refresh-token", "1000.sandbox.refresh");
        vault.Set("zoho-webhook", ZohoSecret);
        vault.Set("sage-agent-key", "sage-sandbox-key");
    }
}

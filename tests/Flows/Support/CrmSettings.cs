using System.Net.Http.Json;
using Isthmus.Core.Vault;

namespace Isthmus.Flows.Tests.Support;

/// <summary>What a world needs that is connected to Zoho CRM; worlds without it pay nothing.</summary>
internal static class CrmSettings
{
    /// <summary>The connection; flows look when a test asks. <c>{sandbox}</c> and <c>{app}</c> stand for the addresses of the world.</summary>
    public static readonly (string, string)[] On =
    [
        ("Isthmus:Connections:zoho-crm:AccountsServer", "{sandbox}/zoho-accounts"),
        ("Isthmus:Connections:zoho-crm:Limits:Calls", "10000"),
        ("Isthmus:Connections:zoho-crm:Limits:RetryPause", "00:00:00.01"),
        ("Isthmus:Connections:zoho-crm:CreditReserve", "0"),
        ("Isthmus:MasterData:LookInTime", "false"),
    ];

    /// <summary>The connection, with channels that tell the app of changes.</summary>
    public static readonly (string, string)[] WithChannels =
        [.. On, ("Isthmus:Connections:zoho-crm:Channels:NotifyUrl", "{app}/api/webhooks/zoho-crm")];

    /// <summary>The sandbox's own secrets.</summary>
    public static void FillVault(FileVault vault)
    {
        vault.Set("zoho-crm-client-id", "1000.CRMSANDBOX");
        vault.Set("zoho-crm-client-secret", "crm-sandbox-secret");
        vault.Set("zoho-crm-refresh-token", "1000.crm.sandbox.refresh");
        vault.Set("zoho-crm-channel", "crmChannelSecret0123456789");
    }

    /// <summary>A CRM that gives worlds as many tokens and credits as they take.</summary>
    public static async Task MakePatientAsync(HttpClient sandbox) => (await sandbox.PostAsJsonAsync(
        "/_sandbox/zoho-crm/settings", new { tokensPerTenMinutes = 0, credits = 0, concurrency = 0 })).EnsureSuccessStatusCode();
}

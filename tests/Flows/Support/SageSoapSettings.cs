using Isthmus.Core.Vault;

namespace Isthmus.Flows.Tests.Support;

/// <summary>Sage's own SOAP service beside the agent, for worlds that want it.</summary>
internal static class SageSoapSettings
{
    public static (string Name, string Value)[] All =>
    [
        ("Isthmus:Connections:sage-100-soap:BaseAddress", "{sandbox}/sage-100/soap"),
        ("Isthmus:Connections:sage-100-soap:Company", "ABC"),
        ("Isthmus:Connections:sage-100-soap:User", "zsync"),
        ("Isthmus:Connections:sage-100-soap:Limits:Calls", "10000"),
        ("Isthmus:Connections:sage-100-soap:Limits:RetryPause", "00:00:00.01"),
    ];

    public static void FillVault(FileVault vault) => vault.Set("sage-soap-password", "soap-sandbox-secret");
}

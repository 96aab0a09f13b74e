using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Sage100Soap;

/// <summary>The service as an app reaches it.</summary>
internal static class SoapConnection
{
    public static readonly Dictionary<string, string> Customer = new() { ["ARDivisionNo"] = "01", ["CustomerNo"] = "HARB01" };

    public static ServiceProvider To(Uri server, params (string Name, string Value)[] settings) =>
        To(server, TimeProvider.System, "soap-sandbox-secret", settings);

    public static ServiceProvider To(Uri server, TimeProvider time, string password, params (string Name, string Value)[] settings)
    {
        var root = server.AbsoluteUri.TrimEnd('/');
        var services = new ServiceCollection();
        services.AddSingleton<ISecretVault>(new ListedVault(("sage-soap-password", password), ("sage-agent-key", "sage-sandbox-key")));
        services.AddSingleton(time);
        var sage = settings.Where(each => each.Name.StartsWith("Surface:", StringComparison.Ordinal));
        services.AddSage100(Connected.Section("Isthmus:Connections:sage-100",
            [("BaseAddress", root + "/sage-100/agent/v1"), ("Company", "ABC"), .. sage]));
        services.AddSage100Soap(Connected.Section("Isthmus:Connections:sage-100-soap",
        [
            ("BaseAddress", root + "/sage-100/soap"), ("Company", "ABC"), ("User", "zsync"), ("Limits:RetryPause", "00:00:00"),
            ("Limits:Calls", "1000"), .. settings.Except(sage),
        ]));
        return services.BuildServiceProvider();
    }

    public static SageSoapClient Client(Uri server, params (string Name, string Value)[] settings) =>
        To(server, settings).GetRequiredService<SageSoapClient>();
}

using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Sage300;

/// <summary>The connection to Sage 300 as an app has it.</summary>
internal static class WebApi
{
    public const string Root = "/sage-300/Sage300WebApi";

    private static readonly (string, string)[] Usual =
    [
        ("Company", "SAMLTD"), ("User", "ZAPI"), ("Limits:RetryPause", "00:00:00"), ("Limits:Calls", "100000"),
    ];

    public static ServiceProvider Services(Uri server, params (string Name, string Value)[] settings) =>
        Services(server, new ListedVault(("sage-300-password", "SAGE300-SANDBOX")), settings);

    public static ServiceProvider Services(Uri server, ISecretVault vault, params (string Name, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(vault);
        services.AddSage300(Connected.Section(
            "Connections:sage-300", [("BaseAddress", server.AbsoluteUri.TrimEnd('/') + Root), .. Usual, .. settings]));
        return services.BuildServiceProvider();
    }

    public static Sage300Client Client(Uri server, params (string Name, string Value)[] settings) =>
        Services(server, settings).GetRequiredService<Sage300Client>();
}

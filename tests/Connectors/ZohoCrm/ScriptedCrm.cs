using System.Text.Json;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.ZohoCrm;

/// <summary>A CRM that answers as a test says, and the connector that calls it.</summary>
public sealed class ScriptedCrm : IAsyncDisposable
{
    private readonly ServiceProvider app;

    private ScriptedCrm(ScriptedServer server, ServiceProvider app) => (Server, this.app) = (server, app);

    public ScriptedServer Server { get; }

    public ManualTime Time { get; private init; } = null!;

    public ZohoCrmClient Client => app.GetRequiredService<ZohoCrmClient>();

    /// <summary>What was asked of the CRM itself.</summary>
    public IReadOnlyList<ReceivedRequest> Asked =>
        [.. Server.Requests.Where(request => request.Path.StartsWith("/crm/v8", StringComparison.Ordinal))];

    public static async Task<ScriptedCrm> StartAsync(params (string, string)[] settings)
    {
        var server = await ScriptedServer.StartAsync();
        server.Then(200, TokenFor(server.Address));
        var time = new ManualTime();
        var services = new ServiceCollection()
            .AddSingleton<Core.Vault.ISecretVault>(Connected.Vault).AddSingleton<TimeProvider>(time)
            .AddZohoCrm(Connected.Section("Connections:zoho-crm",
                [("AccountsServer", server.Address + "accounts"), ("Limits:RetryPause", "00:00:00"), .. settings]));
        return new ScriptedCrm(server, services.BuildServiceProvider()) { Time = time };
    }

    public static string TokenFor(Uri api) => $$"""{"access_token":"t","api_domain":"{{api}}","expires_in":3600}""";

    public static JsonElement Read(string text) => JsonElement.Parse(text);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Server.DisposeAsync();
    }
}

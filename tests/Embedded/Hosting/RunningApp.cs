using Isthmus.Embedded.Hosting;
using Isthmus.Embedded.Hosting.Lifecycle;
using Isthmus.Tests.Support;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Embedded.Tests.Hosting;

/// <summary>
/// An app of the given function classes, running on a folder of its own; may be stopped, crashed and started again.
/// </summary>
public sealed class RunningApp(params Type[] functions) : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private LocalHost? host;

    public Dictionary<string, string?> Settings { get; } = [];

    public Log Log { get; } = new();

    public TimeProvider? Time { get; init; }

    public Action<FunctionsApplicationBuilder>? Configure { get; init; }

    public HttpClient Http { get; } = new();

    public string Home => folder.Path;

    public string Connection => $"IsthmusHome={Home}";

    internal LocalHost Host => host!;

    public async Task<RunningApp> StartAsync()
    {
        host = await EmbeddedHost.StartAsync(Home, builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Properties[HostProperties.FunctionTypes] = functions;
            builder.Services.AddSingleton(Log);
            foreach (var (name, value) in Settings) builder.Configuration[name] = value;
            Configure?.Invoke(builder);
        }, Time);
        Http.BaseAddress ??= host.Address;
        return this;
    }

    public async Task RestartAsync()
    {
        await Host.StopAsync();
        host!.Dispose();
        await StartAgainAsync();
    }

    public async Task CrashAndRestartAsync()
    {
        await Host.CrashAsync();
        await StartAgainAsync();
    }

    public string Key(string name) => System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Path.Combine(Home, "keys.json")))![name];

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        Http.Dispose();
        folder.Dispose();
    }

    private async Task StartAgainAsync() => await StartAsync();
}

using System.Text.Json;
using Isthmus.Embedded.Hosting.Lifecycle;
using Isthmus.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Isthmus.Fuzz;

/// <summary>The whole app in this process, behind a loopback port.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("isthmus-fuzz-").FullName;
    private readonly LocalHost host;

    private RunningApp()
    {
        AppSettings.FillVault(home);
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Properties["Isthmus.FunctionAssemblies"] = new[] { typeof(IsthmusServices).Assembly };
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(AppSettings.Of(home));
        builder.Logging.ClearProviders();
        builder.Services.AddIsthmus(builder.Configuration);
        builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new SpoiledAnswers()));
        host = (LocalHost)builder.Build();
    }

    public HttpClient Client { get; private set; } = null!;

    public static async Task<RunningApp> StartAsync()
    {
        var app = new RunningApp();
        await app.host.StartAsync();
        app.Client = new HttpClient { BaseAddress = app.host.Address };
        using var keys = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(app.home, "keys.json")));
        app.Client.DefaultRequestHeaders.Add("x-functions-key", keys.RootElement.GetProperty("default").GetString());
        return app;
    }

    /// <summary>Reads a page of the operators' API.</summary>
    public async Task<JsonElement> GetAsync(string path) => JsonElement.Parse(await Client.GetByteArrayAsync(path));

    /// <summary>Waits until no run is at work and no event waits.</summary>
    public async Task RestAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var quiet = 0; quiet < 5; quiet++)
        {
            await timer.WaitForNextTickAsync();
            if ((await Client.GetStringAsync("/api/runs/summary")).Contains("\"Running\"", StringComparison.Ordinal)) quiet = 0;
        }
    }

    /// <summary>Dead letters of a query, as one text.</summary>
    public async Task<string?> LettersAsync(string query)
    {
        var items = (await GetAsync("/api/dead-letters?limit=20&" + query)).GetProperty("items");
        return items.GetArrayLength() == 0 ? null : $"dead letters ({query}): {items}";
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }
}

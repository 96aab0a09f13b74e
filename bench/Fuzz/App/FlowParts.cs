using Isthmus.Core.Connections;
using Isthmus.Embedded.Storage;
using Isthmus.Functions.Hosting;
using Isthmus.Core.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Fuzz;

/// <summary>
/// The app's services without its host, for calling connectors and steps directly. No answer, however bad, pauses a connection:
/// each input stands for itself.
/// </summary>
internal sealed class FlowParts : IAsyncDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("isthmus-fuzz-").FullName;
    private readonly EmbeddedStore store;
    private readonly ServiceProvider services;

    private FlowParts()
    {
        var time = new SteppingTime();
        store = EmbeddedStore.Open(home);
        AppSettings.FillVault(home);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(AppSettings.Of(home)).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddIsthmus(configuration)
            .AddSingleton<IConnectionGate, OpenGate>()
            .ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new SpoiledAnswers()))
            .BuildServiceProvider();
    }

    public IServiceProvider Services => services;

    public static async Task<FlowParts> OpenAsync()
    {
        var parts = new FlowParts();
        await parts.services.GetRequiredService<IsthmusTables>().CreateAsync(CancellationToken.None);
        return parts;
    }

    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(services);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }
}

using Isthmus.Embedded.Durable;
using Isthmus.Embedded.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Isthmus.Bench.Engine;

/// <summary>A durable engine on a folder; disposing it drops what it has in memory, as a crash does.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    private BenchEngine(EmbeddedStore store, DurableEngine engine) => (Store, Engine) = (store, engine);

    public EmbeddedStore Store { get; }

    public DurableEngine Engine { get; }

    public static async Task<BenchEngine> StartAsync(string home, DurableBenchApp app)
    {
        var store = EmbeddedStore.Open(home);
        var engine = new DurableEngine(store, app, new() { MaxConcurrentActivities = 128 }, NullLoggerFactory.Instance);
        await engine.StartAsync(CancellationToken.None);
        return new(store, engine);
    }

    public async Task RunAsync(string orchestrator, int input)
    {
        var id = await Engine.Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, CancellationToken.None);
        await Engine.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Store.DisposeAsync();
    }
}

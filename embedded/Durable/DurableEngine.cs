using Isthmus.Embedded.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Durable;

/// <summary>Runs the durable orchestrations of one state folder.</summary>
internal sealed class DurableEngine(
    EmbeddedStore store, IDurableFunctions functions, DurableEngineOptions options, ILoggerFactory loggers) : IAsyncDisposable
{
    public DurableTaskClient Client => throw new NotImplementedException($"{store} {functions} {options} {loggers}");

    public Task StartAsync(CancellationToken cancellation) => Task.FromException(new NotImplementedException($"{store}"));

    public Task StopAsync(CancellationToken cancellation) => Task.FromException(new NotImplementedException($"{store}"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

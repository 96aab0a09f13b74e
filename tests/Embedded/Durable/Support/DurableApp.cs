using System.Collections.Concurrent;
using System.Diagnostics;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Isthmus.Embedded.Tests.Durable;

/// <summary>
/// An app of orchestrators and activities made of delegates, on a folder of its own, with a clock that stands still.
/// </summary>
internal sealed class DurableApp : IDurableFunctions, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> orchestrators =
        new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Func<string?, CancellationToken, Task<object?>>> activities =
        new(StringComparer.OrdinalIgnoreCase);
    private readonly TemporaryFolder folder = new();
    private EmbeddedStore? store;
    private DurableEngine? engine;

    public ManualTime Time { get; } = new();

    public DurableEngineOptions Options { get; set; } = new() { MaxConcurrentActivities = 16 };

    public DurableTaskClient Client => engine!.Client;

    public ILoggerFactory Loggers { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Every activity call so far, as name(input).</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public DurableApp Orchestrator<T>(string name, Func<TaskOrchestrationContext, Task<T>> code)
    {
        orchestrators[name] = async context => await code(context);
        return this;
    }

    public DurableApp Orchestrator(string name, Func<TaskOrchestrationContext, Task> code) =>
        Orchestrator<object?>(name, async context =>
    {
        await code(context);
        return null;
    });

    public DurableApp Activity<TIn, TOut>(string name, Func<TIn?, CancellationToken, Task<TOut>> code)
    {
        activities[name] = async (input, cancellation) => await code(Options.DataConverter.Deserialize<TIn>(input), cancellation);
        return this;
    }

    public DurableApp Activity<TIn, TOut>(string name, Func<TIn?, TOut> code) =>
        Activity<TIn, TOut>(name, (input, _) => Task.FromResult(code(input)));

    public async Task<DurableApp> StartAsync()
    {
        store ??= EmbeddedStore.Open(folder.Path, Time);
        engine = new DurableEngine(store, this, Options, Loggers);
        await engine.StartAsync(CancellationToken.None);
        return this;
    }

    /// <summary>Whether an event is stored that no orchestration has taken yet.</summary>
    public bool HasMail => store!.Read(session => session.Scalar("SELECT 1 FROM durable_inbox LIMIT 1")) is not null;

    /// <summary>Drops everything in memory and starts again on what is stored.</summary>
    public async Task CrashAndRestartAsync()
    {
        await engine!.DisposeAsync();
        await StartAsync();
    }

    public async Task StopAndRestartAsync()
    {
        await engine!.StopAsync(CancellationToken.None);
        await StartAsync();
    }

    public async Task<OrchestrationMetadata> RunAsync(
        string name, object? input = null, StartOrchestrationOptions? options = null) =>
        await EndAsync(await Client.ScheduleNewOrchestrationInstanceAsync(name, input, options));

    public async Task<OrchestrationMetadata> EndAsync(string instanceId) =>
        await Client.WaitForInstanceCompletionAsync(instanceId, true).WaitAsync(Patience);

    /// <summary>Waits until an instance looks as wanted.</summary>
    public async Task UntilAsync(string instanceId, Func<OrchestrationMetadata, bool> reached)
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (await Client.GetInstanceAsync(instanceId, true) is not { } state || !reached(state))
        {
            Assert.True(watch.Elapsed < Patience, "the instance did not get there");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Waits until the history of an instance looks as wanted.</summary>
    public Task UntilHistoryAsync(string instanceId, Func<IList<HistoryEvent>, bool> reached) =>
        UntilAsync(instanceId, _ => reached(Client.GetOrchestrationHistoryAsync(instanceId).Result));

    /// <summary>Waits until an instance has set a timer of this length and no other is open, and lets it come due.</summary>
    public async Task UntilTimerAsync(string instanceId, TimeSpan length)
    {
        await UntilHistoryAsync(instanceId, history => history.OfType<TimerCreatedEvent>().LastOrDefault() is { } set
            && history.OfType<TimerFiredEvent>().All(fired => fired.TimerId != set.EventId)
            && set.FireAt - Time.GetUtcNow().UtcDateTime == length);
        Time.Advance(length);
    }

    /// <summary>Looks into the store itself.</summary>
    public object? Scalar(string sql) => store!.Read(session => session.Scalar(sql));

    /// <summary>Lets the store's file grow by so many pages at most; less than zero: without limit.</summary>
    public Task LimitDiskAsync(long pages) => store!.WriteAsync(session =>
    {
        var limit = pages < 0 ? uint.MaxValue - 1L : (long)session.Scalar("PRAGMA page_count")! + pages;
        return session.Scalar($"PRAGMA max_page_count={limit}");
    });

    public bool HasOrchestrator(string name) => orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => activities.ContainsKey(name);

    public Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context) => orchestrators[name](context);

    public Task<object?> RunActivityAsync(
        string name, string instanceId, string? serializedInput, DataConverter converter, CancellationToken cancellation)
    {
        Calls.Enqueue($"{name}({serializedInput})");
        return activities[name](serializedInput, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (engine is not null) await engine.DisposeAsync();
        if (store is not null) await store.DisposeAsync();
        folder.Dispose();
    }
}

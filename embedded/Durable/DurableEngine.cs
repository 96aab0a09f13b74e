using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Client;
using Isthmus.Embedded.Durable.Dispatch;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Durable;

/// <summary>
/// Runs the durable orchestrations of one state folder. <see cref="StopAsync"/> ends in order; <see cref="DisposeAsync"/> alone
/// drops everything in memory at once, as a crash would. Either way the next engine on the folder takes up all that is stored.
/// </summary>
internal sealed class DurableEngine : IAsyncDisposable
{
    private static readonly TimeSpan GraceForActivities = TimeSpan.FromSeconds(2);

    private readonly EmbeddedStore store;
    private readonly Sequence executions = new();
    private readonly Sequence inboxIds = new();
    private readonly InstanceWatch watch = new();
    private readonly Mailboxes mailboxes;
    private readonly StepRunner runner;
    private readonly ActivityPump activities;
    private readonly DueTimers timers;
    private readonly EmbeddedDurableClient client;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DurableEngine(EmbeddedStore store, IDurableFunctions functions, DurableEngineOptions options, ILoggerFactory loggers)
    {
        this.store = store;
        var delivery = new EventDelivery(inboxIds);
        var stepper = new Stepper(store, functions, options, loggers, Post);
        runner = new StepRunner(
            store, stepper, delivery, executions, Apply, options.MaxConcurrentOrchestrators,
            loggers.CreateLogger<DurableEngine>());
        mailboxes = new Mailboxes(options.MaxCachedOrchestrations, runner.RunAsync);
        activities = new ActivityPump(store, functions, options, Post);
        timers = new DueTimers(store.Time);
        client = new EmbeddedDurableClient(store, options, executions, delivery, watch, started.Task, Apply);
    }

    /// <summary>The client of this engine; what it is asked to store waits until the engine has started.</summary>
    public DurableTaskClient Client => client;

    /// <summary>
    /// Completes when the engine is not behind with what it has begun: who brings it more waits for that, and leaves in its queue
    /// what would only wait here.
    /// </summary>
    public Task WhenRoomAsync() => activities.WhenRoomAsync();

    /// <summary>
    /// Takes up what is stored: events, activities and timers; an orchestration is replayed when something happens to it.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        // Read by the writer: behind all that an engine before this one has given it to store.
        var found = await store.WriteAsync(Recovery.Read, cancellation);
        executions.StartAfter(found.LastExecution);
        inboxIds.StartAfter(found.LastInboxId);
        activities.Start();
        Apply(found.Effects);
        started.SetResult();
    }

    /// <summary>
    /// Lets running steps end and cancels activities; those that do not heed it run again after the next start.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        timers.Dispose();
        var running = activities.StopAsync();
        await runner.StopAsync().WaitAsync(cancellation);
        await Task.WhenAny(running, Task.Delay(GraceForActivities, TimeProvider.System, cancellation));
    }

    public ValueTask DisposeAsync()
    {
        timers.Dispose();
        runner.Dispose();
        client.Close();
        _ = activities.StopAsync();
        return ValueTask.CompletedTask;
    }

    private void Post(string instanceId, Message message) => mailboxes.Post(instanceId, [message]);

    private void Apply(StepEffects effects)
    {
        foreach (var row in effects.Created) Begin(row);
        var posts = effects.Messages.GroupBy(sent => sent.InstanceId, sent => sent.Message);
        foreach (var ofOne in posts) mailboxes.Post(ofOne.Key, ofOne);
        foreach (var activity in effects.Activities) activities.Add(activity);
        foreach (var timer in effects.Timers) Set(timer);
        foreach (var (execution, id) in effects.CancelledTimers) timers.Cancel(execution, id);
        foreach (var instanceId in effects.Changed) watch.Changed(instanceId);
    }

    private void Begin(InstanceRow row)
    {
        var begin = Message.Begin(row.Execution);
        if (row.StartAt is { } at) timers.Set(row.Execution, -1, at, () => Post(row.InstanceId, begin));
        else Post(row.InstanceId, begin);
    }

    private void Set(TimerRow timer) => timers.Set(timer.Execution, timer.TaskId, timer.Due, () =>
    {
        var fired = new TimerFiredEvent(-1, new DateTime(timer.Due, DateTimeKind.Utc)) { TimerId = timer.TaskId };
        Post(timer.InstanceId, new Message(fired, timer.Execution));
    });
}

using DurableTask.Core;
using DurableTask.Core.History;
using Isthmus.Embedded.Durable.Records;
using Isthmus.Embedded.Storage;
using Microsoft.DurableTask;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>Runs activities, so many at a time, and tells the instances that called them what came of it.</summary>
internal sealed class ActivityPump(
    EmbeddedStore store, IDurableFunctions functions, DurableEngineOptions options, Action<string, Message> post)
{
    private readonly int slots = Math.Max(1, options.MaxConcurrentActivities);
    private readonly ActivityBacklog backlog = new(Math.Max(1, options.MaxConcurrentActivities) / 2);
    private readonly SemaphoreSlim waiting = new(0);
    private readonly CancellationTokenSource stop = new();
    private Task workers = Task.CompletedTask;

    public void Start() => workers = Task.WhenAll(Enumerable.Range(0, slots).Select(_ => Task.Run(WorkAsync)));

    public void Add(ActivityRow activity)
    {
        backlog.Add(activity);
        waiting.Release();
    }

    /// <summary>Completes when fewer activities wait than half of those that run at the same time.</summary>
    public Task WhenRoomAsync() => backlog.WhenRoomAsync();

    /// <summary>
    /// Cancels what runs; completes when all of it has returned. What has not is run again after the next start.
    /// </summary>
    public Task StopAsync()
    {
        stop.Cancel();
        waiting.Release(slots);
        return workers;
    }

    private async Task WorkAsync()
    {
        while (true)
        {
            await waiting.WaitAsync();
            if (stop.IsCancellationRequested || backlog.Take() is not { } activity) return;
            var result = await RunAsync(activity);
            if (stop.IsCancellationRequested) return;
            result.Timestamp = store.Time.GetUtcNow().UtcDateTime;
            post(activity.InstanceId, new Message(result, activity.Execution));
        }
    }

    private async Task<HistoryEvent> RunAsync(ActivityRow activity)
    {
        if (!functions.HasActivity(activity.Name)) return Failed(activity, Missing(activity.Name));
        try
        {
            var input = Payloads.IsReference(activity.StoredInput)
                ? store.Read(session => Payloads.Load(session, activity.StoredInput))
                : activity.StoredInput;
            var output = await functions.RunActivityAsync(
                activity.Name, activity.InstanceId, input, options.DataConverter, stop.Token);
            return new TaskCompletedEvent(-1, activity.TaskId, options.DataConverter.Serialize(output));
        }
        catch (Exception failure)
        {
            return Failed(activity, FailureDetails.From(TaskFailureDetails.FromException(failure)));
        }
    }

    private static TaskFailedEvent Failed(ActivityRow activity, FailureDetails details) =>
        new(-1, activity.TaskId, details.ErrorMessage, null, details);

    private static FailureDetails Missing(string name) => new(
        typeof(InvalidOperationException).FullName!,
        $"The activity function '{name}' does not exist, is disabled, or is not an activity function.",
        null, null, isNonRetriable: true);
}

using System.Threading.Channels;
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
    private readonly Channel<ActivityRow> queue = Channel.CreateUnbounded<ActivityRow>();
    private readonly CancellationTokenSource stop = new();
    private Task workers = Task.CompletedTask;

    public void Start() => workers = Task.WhenAll(
        Enumerable.Range(0, Math.Max(1, options.MaxConcurrentActivities)).Select(_ => Task.Run(WorkAsync)));

    public void Add(ActivityRow activity) => queue.Writer.TryWrite(activity);

    /// <summary>
    /// Cancels what runs; completes when all of it has returned. What has not is run again after the next start.
    /// </summary>
    public Task StopAsync()
    {
        queue.Writer.TryComplete();
        stop.Cancel();
        return workers;
    }

    private async Task WorkAsync()
    {
        while (!stop.IsCancellationRequested && await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            if (stop.IsCancellationRequested || !queue.Reader.TryRead(out var activity)) continue;
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

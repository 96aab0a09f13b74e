using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Webhooks;

/// <summary>Starts a flow under its business key, or tells the one that runs already.</summary>
public static class FlowStart
{
    /// <summary>The external event that tells a running flow that its source has news.</summary>
    public const string NewsEvent = "news";

    /// <summary>
    /// Starts the orchestration unless one of that instance id runs, is over and succeeded, or waits. A running one is told
    /// instead.
    /// </summary>
    /// <param name="client">The durable client.</param>
    /// <param name="orchestration">The flow.</param>
    /// <param name="instanceId">Its instance id, made of the business key.</param>
    /// <param name="input">What it starts with.</param>
    /// <param name="news">What happened to its source.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <param name="heeds">False where a running flow has yet to read its source, so that telling it would cost and change
    /// nothing.</param>
    public static async Task StartOrTellAsync(
        DurableTaskClient client, TaskName orchestration, string instanceId, object input, string news, CancellationToken cancellation,
        bool heeds = true)
    {
        if (await TellAsync(client, instanceId, news, heeds, cancellation)) return;
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                orchestration, input, new StartOrchestrationOptions(instanceId), cancellation);
        }
        catch (Exception)
        {
            // Refused because a sibling event started it a moment ago? Backends differ in the exception they give for that.
            if (!await TellAsync(client, instanceId, news, heeds, cancellation)) throw;
        }
    }

    /// <summary>Starts the orchestration; two who want that at the same moment start it once.</summary>
    public static async Task StartUnlessAtWorkAsync(
        DurableTaskClient client, TaskName orchestration, string instanceId, object input, CancellationToken cancellation)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                orchestration, input, new StartOrchestrationOptions(instanceId), cancellation);
        }
        catch (Exception)
        {
            if (await client.GetInstanceAsync(instanceId, cancellation) is not { IsCompleted: false }) throw;
        }
    }

    /// <summary>Tells a flow that is at work; false when it is not.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="instanceId">The flow.</param>
    /// <param name="news">What happened to its source.</param>
    /// <param name="heeds">False where telling it would cost and change nothing.</param>
    /// <param name="cancellation">Ends the call.</param>
    public static async Task<bool> TellAsync(
        DurableTaskClient client, string instanceId, string news, bool heeds, CancellationToken cancellation)
    {
        if (await client.GetInstanceAsync(instanceId, cancellation) is not { IsCompleted: false }) return false;
        if (heeds) await client.RaiseEventAsync(instanceId, NewsEvent, news, cancellation);
        return true;
    }
}

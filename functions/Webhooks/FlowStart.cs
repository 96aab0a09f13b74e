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
    /// instead, so that no news is lost between its last look at the source and its end.
    /// </summary>
    public static async Task StartOrTellAsync(
        DurableTaskClient client, TaskName orchestration, string instanceId, object input, string news, CancellationToken cancellation)
    {
        if (await TellAsync(client, instanceId, news, cancellation)) return;
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                orchestration, input, new StartOrchestrationOptions(instanceId), cancellation);
        }
        catch (Exception)
        {
            // Refused because a sibling event started it a moment ago? Backends differ in the exception they give for that.
            if (!await TellAsync(client, instanceId, news, cancellation)) throw;
        }
    }

    private static async Task<bool> TellAsync(
        DurableTaskClient client, string instanceId, string news, CancellationToken cancellation)
    {
        if (await client.GetInstanceAsync(instanceId, cancellation) is not { IsCompleted: false }) return false;
        await client.RaiseEventAsync(instanceId, NewsEvent, news, cancellation);
        return true;
    }
}

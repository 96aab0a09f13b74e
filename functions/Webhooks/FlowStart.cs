using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Webhooks;

/// <summary>Starts a flow under its business key, or tells the one that runs already.</summary>
public static class FlowStart
{
    /// <summary>The external event that tells a running flow that its source has news.</summary>
    public const string NewsEvent = "news";

    /// <summary>The custom status of a flow that writes down its end: who tells it something then may not be heard any more.</summary>
    public const string Ending = "ending";

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

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
    public static Task StartUnlessAtWorkAsync(
        DurableTaskClient client, TaskName orchestration, string instanceId, object input, CancellationToken cancellation) =>
        StartOrTellAsync(client, orchestration, instanceId, input, "", cancellation, heeds: false);

    /// <summary>Tells a flow that is at work; false when it is not, or ended before it could hear.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="instanceId">The flow.</param>
    /// <param name="news">What happened to its source.</param>
    /// <param name="heeds">False where telling it would cost and change nothing.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="TimeoutException">The flow's end takes long; ask again.</exception>
    public static async Task<bool> TellAsync(
        DurableTaskClient client, string instanceId, string news, bool heeds, CancellationToken cancellation)
    {
        if (await client.GetInstanceAsync(instanceId, cancellation) is not { IsCompleted: false }) return false;
        if (!heeds) return true;
        await client.RaiseEventAsync(instanceId, NewsEvent, news, cancellation);
        if (!await EndsAsync(client, instanceId, cancellation)) return true;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestEnd);
        try { await client.WaitForInstanceCompletionAsync(instanceId, patience.Token); }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return await EndsAsync(client, instanceId, cancellation)
                ? throw new TimeoutException($"The end of '{instanceId}' takes long; it is told again.") : true;
        }
        return false;
    }

    /// <summary>
    /// True when what was said a moment ago may have come too late. Whatever was said before the flow began to write down its end
    /// is there when it looks for news the last time. The status comes only with inputs and outputs.
    /// </summary>
    private static async Task<bool> EndsAsync(DurableTaskClient client, string instanceId, CancellationToken cancellation) =>
        await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation) is not { IsCompleted: false } state
        || state.SerializedCustomStatus?.Contains(Ending, StringComparison.Ordinal) == true;
}

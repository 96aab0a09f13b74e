using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Connections;

/// <summary>
/// Looks after one paused connection until work flows again: probes it, then lets the waiting runs go. It costs the same however many
/// wait, and nothing while nothing is paused.
/// </summary>
public static class PausedConnectionOrchestration
{
    /// <summary>The instance that looks after a connection.</summary>
    public static string InstanceId(string connection) => "paused-" + connection;

    /// <summary>The external event that tells a run that its connection flows again.</summary>
    public static string ResumedEvent(string connection) => "resumed-" + connection;

    /// <summary>Does what there is to do now, and comes back when there is more.</summary>
    [Function(nameof(PausedConnection))]
    public static async Task<string> PausedConnection([OrchestrationTrigger] TaskOrchestrationContext context, TendedConnection input)
    {
        var changed = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        var next = await context.CallActivityAsync<NextLook>(
            nameof(ConnectionActivities.TendConnection), input, OrchestrationSteps.UntilStored);
        if (next.Flows && !changed.IsCompleted) return "flowing";
        if (!next.Flows && !changed.IsCompleted) await LaterAsync(context, changed, next.After);
        context.ContinueAsNew(input with { Batch = next.Batch });
        return "looks again";
    }

    /// <summary>Has somebody look after the connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="changed">True to have it looked at now, by whoever does already.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task TendAsync(
        string connection, DurableTaskClient client, bool changed, CancellationToken cancellation = default) => FlowStart.StartOrTellAsync(
        client, nameof(PausedConnection), InstanceId(connection), new TendedConnection(connection), "changed", cancellation, heeds: changed);

    private static async Task LaterAsync(TaskOrchestrationContext context, Task changed, TimeSpan? after)
    {
        if (after is not { } delay)
        {
            await changed;
            return;
        }
        using var over = new CancellationTokenSource();
        await Task.WhenAny(changed, context.CreateTimer(delay, over.Token));
        over.Cancel();
    }
}

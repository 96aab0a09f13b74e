using Isthmus.Core.Connections;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Connections;

/// <summary>What runs and paused connections do about each other.</summary>
public sealed class ConnectionActivities(Circuits circuits, WaitingRuns waiting, RunStore runs, ConnectionTending tending)
{
    /// <summary>
    /// Puts a run into the queue of its connection, unless work flows there. First the queue, then the look: whoever opens the
    /// connection does it the other way round, so that nobody is left behind.
    /// </summary>
    [Function(nameof(AwaitConnection))]
    public async Task<ConnectionWaiting> AwaitConnection([ActivityTrigger] ConnectionWait wait, [DurableClient] DurableTaskClient client)
    {
        var place = await waiting.AddAsync(wait.Connection, wait.RunId);
        var circuit = await circuits.FindAsync(wait.Connection);
        if (circuit.State == CircuitState.Flowing)
        {
            await waiting.RemoveAsync(wait.Connection, place);
            return new ConnectionWaiting(null);
        }
        var run = await runs.FindAsync(wait.RunId);
        if (run is not null) await runs.SetStateAsync(run.Id, RunState.Waiting, $"{wait.Connection} is paused: {circuit.Reason}");
        await PausedConnectionOrchestration.TendAsync(wait.Connection, client, changed: false);
        return new ConnectionWaiting(Before(run, wait));
    }

    /// <summary>Probes a paused connection, or lets waiting runs go.</summary>
    [Function(nameof(TendConnection))]
    public Task<NextLook> TendConnection([ActivityTrigger] TendedConnection tended, [DurableClient] DurableTaskClient client) =>
        tending.TendAsync(tended, (run, word) => client.RaiseEventAsync(run, word));

    /// <summary>A run that waited for something else goes back to that, so that it is still told of it.</summary>
    private static RunStateChange Before(Run? run, ConnectionWait wait) =>
        run is { State: RunState.Waiting } && !run.Outcome!.StartsWith($"{wait.Connection} is paused", StringComparison.Ordinal)
            ? new(wait.RunId, run.State, run.Outcome)
            : new(wait.RunId, RunState.Running, $"{wait.Connection} is back.");
}

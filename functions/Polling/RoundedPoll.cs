using Isthmus.Core.Connections;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Polling;

/// <summary>A poll that goes in rounds: one at a time, and none while a connection that it needs is paused.</summary>
public abstract class RoundedPoll(Circuits circuits, params IReadOnlyList<string> connections)
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>What is polled, as operators call it: <c>sage-100/stock</c>.</summary>
    public abstract string Subject { get; }

    /// <summary>One round; nothing while one of the connections is paused.</summary>
    /// <param name="client">Starts the runs.</param>
    /// <param name="full">Reads everything, whatever the stamps say.</param>
    /// <param name="cancellation">Ends the round; what was taken is kept.</param>
    public async Task<PollRound?> RunAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        foreach (var connection in connections)
            if ((await circuits.FindAsync(connection, cancellation)).State != CircuitState.Flowing) return null;
        await turn.WaitAsync(cancellation);
        try { return await RoundAsync(client, full, cancellation); }
        finally { turn.Release(); }
    }

    /// <summary>Reads, takes and starts.</summary>
    protected abstract Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation);
}

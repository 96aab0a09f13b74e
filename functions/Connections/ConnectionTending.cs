using Isthmus.Connectors.Checks;
using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Connections;

/// <summary>What there is to do about a paused connection at each moment.</summary>
public sealed partial class ConnectionTending(
    Circuits circuits, WaitingRuns waiting, IEnumerable<IConnectionCheck> checks, IOptions<FailurePolicyOptions> policy, TimeProvider time,
    ILogger<ConnectionTending> log)
{
    private const int LargestBatch = 256;

    /// <summary>Does it, and says when to come back.</summary>
    /// <param name="tended">The connection.</param>
    /// <param name="tell">Raises an event, given by name, for a run.</param>
    public async Task<NextLook> TendAsync(TendedConnection tended, Func<string, string, Task> tell)
    {
        var circuit = await circuits.FindAsync(tended.Connection);
        if (circuit.State == CircuitState.Paused)
        {
            if (circuit.NextProbeAt is not { } due) return new(false, null, 1);
            if (due > time.GetUtcNow()) return new(false, due - time.GetUtcNow(), 1);
            circuit = await ProbeAsync(tended.Connection);
            if (circuit.State == CircuitState.Paused) return new(false, circuit.NextProbeAt - time.GetUtcNow(), 1);
        }
        return circuit.State == CircuitState.Probing ? await TryOneAsync(tended, tell) : await ReleaseAsync(tended, tell);
    }

    private async Task<Circuit> ProbeAsync(string connection)
    {
        try
        {
            await Probe.RunAsync(async () =>
            {
                await checks.First(check => check.Connection == connection).PingAsync();
                return true;
            });
            LogAnswers(log, connection);
            return await circuits.TryAsync(connection);
        }
        catch (FailureException refused)
        {
            return await circuits.StayAsync(connection, refused.Failure);
        }
    }

    /// <summary>One run goes first, and the next if nothing was heard of it; with nobody waiting the next to come goes first.</summary>
    private async Task<NextLook> TryOneAsync(TendedConnection tended, Func<string, string, Task> tell)
    {
        if (await LetGoAsync(tended.Connection, 1, tell) == 1) return new(false, policy.Value.ReleaseEvery, 1);
        await circuits.OpenAsync(tended.Connection);
        return await ReleaseAsync(tended, tell);
    }

    private async Task<NextLook> ReleaseAsync(TendedConnection tended, Func<string, string, Task> tell) =>
        await LetGoAsync(tended.Connection, tended.Batch, tell) < tended.Batch
            ? new(true, null, 1)
            : new(false, policy.Value.ReleaseEvery, Math.Min(tended.Batch * 2, LargestBatch));

    private async Task<int> LetGoAsync(string connection, int most, Func<string, string, Task> tell)
    {
        var first = await waiting.FirstAsync(connection, most);
        foreach (var run in first)
        {
            await tell(run.RunId, PausedConnectionOrchestration.ResumedEvent(connection));
            await waiting.RemoveAsync(connection, run);
        }
        return first.Count;
    }

    [LoggerMessage(1012, LogLevel.Information, "{Connection} answers again; waiting runs go on, one at first")]
    private static partial void LogAnswers(ILogger logger, string connection);
}

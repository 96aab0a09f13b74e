using Isthmus.Core.Failures;
using Isthmus.Core.Tables;
using Microsoft.Extensions.Options;

namespace Isthmus.Core.Connections;

/// <summary>
/// Pauses connections and lets them flow again. Each change is one conditional write of the connection's row, so that processes agree
/// and a restart finds the pause as it was.
/// </summary>
public sealed class Circuits(IsthmusTables tables, IOptions<FailurePolicyOptions> policy, TimeProvider time)
{
    private readonly CircuitStore store = new(tables);

    /// <summary>Tells of every change that this process makes.</summary>
    public event Action<Circuit>? Changed;

    /// <summary>The circuit as it is stored.</summary>
    public Task<Circuit> FindAsync(string connection, CancellationToken cancellation = default) => store.FindAsync(connection, cancellation);

    /// <summary>Pauses the connection because of a failure; a pause that is under way stays as it is.</summary>
    /// <returns>The circuit, and whether this began a new pause.</returns>
    public async Task<(Circuit Circuit, bool Began)> PauseAsync(Failure failure, CancellationToken cancellation = default)
    {
        if (failure.Code == Circuit.PausedCode) return (await FindAsync(failure.Connection, cancellation), false);
        var (before, now) = await ChangeAsync(
            failure.Connection, circuit => circuit.State == CircuitState.Paused ? null : Paused(circuit, failure), cancellation);
        return (now, before.State == CircuitState.Flowing);
    }

    /// <summary>Pauses the connection because a person says so, for as long as they say.</summary>
    /// <returns>The circuit, and whether this changed anything.</returns>
    public async Task<(Circuit Circuit, bool Changed)> HoldAsync(
        string connection, string reason, string owner, CancellationToken cancellation = default)
    {
        var (before, now) = await ChangeAsync(connection, circuit => circuit.By == PausedBy.Operator ? null : circuit with
        {
            State = CircuitState.Paused,
            By = PausedBy.Operator,
            Reason = reason,
            Cure = "Resume the connection when it may be used again.",
            Owner = owner,
            Class = null,
            Since = circuit.Since ?? time.GetUtcNow(),
            NextProbeAt = null,
            Probes = 0,
            Pauses = circuit.State == CircuitState.Flowing ? circuit.Pauses + 1 : circuit.Pauses,
        }, cancellation);
        return (now, !ReferenceEquals(before, now));
    }

    /// <summary>Has a paused connection probed now, whoever paused it.</summary>
    /// <returns>The circuit, and whether this changed anything.</returns>
    public async Task<(Circuit Circuit, bool Changed)> ProbeNowAsync(string connection, CancellationToken cancellation = default)
    {
        var (before, now) = await ChangeAsync(
            connection,
            circuit => circuit.State != CircuitState.Paused || circuit.NextProbeAt <= time.GetUtcNow() ? null
                : circuit with { By = PausedBy.Circuit, NextProbeAt = time.GetUtcNow() },
            cancellation);
        return (now, !ReferenceEquals(before, now));
    }

    /// <summary>A probe was answered: the next calls go out one at a time.</summary>
    public async Task<Circuit> TryAsync(string connection, CancellationToken cancellation = default) => (await ChangeAsync(
        connection,
        circuit => circuit is { State: CircuitState.Paused, By: PausedBy.Circuit } ? circuit with { State = CircuitState.Probing } : null,
        cancellation)).Now;

    /// <summary>A probe failed: the next one comes later than this one did.</summary>
    public async Task<Circuit> StayAsync(string connection, Failure failure, CancellationToken cancellation = default) => (await ChangeAsync(
        connection,
        circuit => circuit is { State: CircuitState.Paused, By: PausedBy.Circuit } ? Paused(circuit, failure) : null,
        cancellation)).Now;

    /// <summary>A real call was answered, or nobody is left who could make one: work flows.</summary>
    public async Task<Circuit> OpenAsync(string connection, CancellationToken cancellation = default) => (await ChangeAsync(
        connection,
        circuit => circuit.State == CircuitState.Probing ? new Circuit(connection) { Pauses = circuit.Pauses } : null,
        cancellation)).Now;

    private Circuit Paused(Circuit circuit, Failure failure)
    {
        var first = circuit.State == CircuitState.Flowing;
        var probes = first ? 0 : circuit.Probes + 1;
        return circuit with
        {
            State = CircuitState.Paused,
            By = PausedBy.Circuit,
            Reason = $"{failure.Operation} failed ({failure.Code}): {failure.Message}",
            Cure = failure.Cure,
            Owner = FailurePolicy.Owner(failure, policy.Value),
            Class = failure.Class,
            Since = first ? time.GetUtcNow() : circuit.Since,
            NextProbeAt = time.GetUtcNow() + FailurePolicy.UntilProbe(probes, failure.RetryAfter, policy.Value),
            Probes = probes,
            Pauses = first ? circuit.Pauses + 1 : circuit.Pauses,
        };
    }

    private async Task<(Circuit Before, Circuit Now)> ChangeAsync(
        string connection, Func<Circuit, Circuit?> change, CancellationToken cancellation)
    {
        var result = await store.ChangeAsync(connection, change, cancellation);
        Changed?.Invoke(result.Now);
        return result;
    }
}

using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Isthmus.Functions.DeadLetters;

namespace Isthmus.Functions.Operators;

/// <summary>Whether work flows over a connection, as people see it.</summary>
/// <param name="State">flowing, paused or probing.</param>
/// <param name="By">Who paused it: circuit or operator.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cure">What can be done about it.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Class">The kind of trouble, where a failure paused it.</param>
/// <param name="Since">When the pause began.</param>
/// <param name="NextProbeAt">When it is tried next; null where a person has to resume it.</param>
/// <param name="Pauses">How often it was paused, ever.</param>
/// <param name="WaitingRuns">How many runs wait for it, counted up to 1,000.</param>
public sealed record ShownCircuit(
    CircuitState State, PausedBy? By, string? Reason, string? Cure, string? Owner, FailureClass? Class, DateTimeOffset? Since,
    DateTimeOffset? NextProbeAt, int Pauses, int WaitingRuns);

/// <summary>A connection as people see it, and what they can do about it.</summary>
public sealed record ShownConnection(string Id, ShownCircuit Circuit, IReadOnlyList<OfferedAction> Actions)
{
    private const int MostCounted = 1000;

    /// <summary>What else people should know of it.</summary>
    public ConnectionFacts Facts { get; init; } = ConnectionFacts.None;

    /// <summary>The connection as it stands now.</summary>
    public static async Task<ShownConnection> ReadAsync(
        string id, Circuits circuits, WaitingRuns waiting, CancellationToken cancellation)
    {
        var circuit = await circuits.FindAsync(id, cancellation);
        var runs = await waiting.CountAsync(id, MostCounted, cancellation);
        return new ShownConnection(
            id,
            new ShownCircuit(
                circuit.State, circuit.By, circuit.Reason, circuit.Cure, circuit.Owner, circuit.Class, circuit.Since, circuit.NextProbeAt,
                circuit.Pauses, runs),
            [
                new("pause", circuit.By == PausedBy.Operator ? "A person paused it already." : null),
                new("resume", circuit.State switch
                {
                    CircuitState.Flowing => "It is not paused.",
                    CircuitState.Probing => "It is being resumed: the first calls are on their way.",
                    _ => null,
                }),
            ]);
    }
}

namespace Isthmus.Core.Connections;

/// <summary>Whether a call may go out.</summary>
/// <param name="Closed">The circuit that keeps it back; null when it may go.</param>
/// <param name="IsTrial">True for the one real call that shows whether the connection works again.</param>
public readonly record struct GatePass(Circuit? Closed, bool IsTrial);

/// <summary>Where every call of every connection passes: closed while its connection is paused.</summary>
public interface IConnectionGate
{
    /// <summary>Asks whether a call may go out now; never waits for the connection to be well.</summary>
    ValueTask<GatePass> EnterAsync(string connection, CancellationToken cancellation = default);

    /// <summary>Says what came of a call that was a trial.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="answered">True when the vendor answered as one who is well, be it with a refusal of the record.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask EndTrialAsync(string connection, bool answered, CancellationToken cancellation = default);
}

/// <summary>The gate of programs that keep no state: always open.</summary>
public sealed class OpenGate : IConnectionGate
{
    /// <inheritdoc/>
    public ValueTask<GatePass> EnterAsync(string connection, CancellationToken cancellation = default) => default;

    /// <inheritdoc/>
    public ValueTask EndTrialAsync(string connection, bool answered, CancellationToken cancellation = default) => default;
}

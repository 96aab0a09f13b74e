using System.Collections.Concurrent;
using Azure;

namespace Isthmus.Core.Connections;

/// <summary>
/// The gate in front of every call. The stored circuit is kept in memory for a few seconds, so that a call costs no read; what this
/// process changes itself it knows at once.
/// </summary>
public sealed class ConnectionGate : IConnectionGate
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly Circuits circuits;
    private readonly TimeProvider time;

    /// <summary>The gate over the stored circuits.</summary>
    public ConnectionGate(Circuits circuits, TimeProvider time)
    {
        (this.circuits, this.time) = (circuits, time);
        circuits.Changed += circuit => Of(circuit.Connection).Keep(circuit, time.GetUtcNow());
    }

    /// <inheritdoc/>
    public ValueTask<GatePass> EnterAsync(string connection, CancellationToken cancellation = default)
    {
        if (Probe.UnderWay) return default;
        var place = Of(connection);
        return place.Known is { } known && time.GetUtcNow() - known.At < Life
            ? ValueTask.FromResult(place.Pass(known.Circuit))
            : ReadAsync(place, connection, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask EndTrialAsync(string connection, bool answered, CancellationToken cancellation = default)
    {
        Of(connection).EndTrial();
        if (answered) await circuits.OpenAsync(connection, cancellation);
    }

    private async ValueTask<GatePass> ReadAsync(Place place, string connection, CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
        try
        {
            place.Keep(await circuits.FindAsync(connection, cancellation), asked);
        }
        catch (RequestFailedException) when (place.Known is not null)
        {
            // A store that does not answer for a moment does not stop the work: what was known last holds.
        }
        return place.Pass(place.Known!.Circuit);
    }

    private Place Of(string connection) => places.GetOrAdd(connection, _ => new Place());

    private sealed record Known(Circuit Circuit, DateTimeOffset At);

    private sealed class Place
    {
        private readonly Lock gate = new();
        private volatile Known? known;
        private int trials;

        public Known? Known => known;

        public void Keep(Circuit circuit, DateTimeOffset at)
        {
            lock (gate) if (known is null || at >= known.At) known = new(circuit, at);
        }

        public GatePass Pass(Circuit circuit) => circuit.State switch
        {
            CircuitState.Flowing => default,
            CircuitState.Probing when Interlocked.CompareExchange(ref trials, 1, 0) == 0 => new(null, IsTrial: true),
            _ => new(circuit, IsTrial: false),
        };

        public void EndTrial() => Volatile.Write(ref trials, 0);
    }
}

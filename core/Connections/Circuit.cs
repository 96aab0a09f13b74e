using System.Text.Json.Serialization;
using Isthmus.Core.Failures;

namespace Isthmus.Core.Connections;

/// <summary>Whether work flows over a connection.</summary>
[JsonConverter(typeof(CamelCaseWords<CircuitState>))]
public enum CircuitState
{
    /// <summary>Every call may go out.</summary>
    Flowing,
    /// <summary>No call goes out but the probe.</summary>
    Paused,
    /// <summary>The probe was answered; real calls go out one at a time until the first of them is answered too.</summary>
    Probing,
}

/// <summary>Who paused a connection.</summary>
[JsonConverter(typeof(CamelCaseWords<PausedBy>))]
public enum PausedBy
{
    /// <summary>The failure policy; it resumes by itself.</summary>
    Circuit,
    /// <summary>A person; it resumes when a person says so.</summary>
    Operator,
}

/// <summary>What stands between the work and one connection.</summary>
/// <param name="Connection">The connection's id.</param>
public sealed record Circuit(string Connection)
{
    /// <summary>The code of the failure that a call meets while the connection is paused.</summary>
    public const string PausedCode = "connection-paused";

    /// <summary>Whether work flows.</summary>
    public CircuitState State { get; init; }
    /// <summary>Who paused it; null while it flows.</summary>
    public PausedBy? By { get; init; }
    /// <summary>What happened, in words for people.</summary>
    public string? Reason { get; init; }
    /// <summary>What a person can do about it.</summary>
    public string? Cure { get; init; }
    /// <summary>Who looks after it.</summary>
    public string? Owner { get; init; }
    /// <summary>The kind of trouble, where a failure paused it.</summary>
    public FailureClass? Class { get; init; }
    /// <summary>When the pause began.</summary>
    public DateTimeOffset? Since { get; init; }
    /// <summary>When it is tried next; null where a person has to resume it.</summary>
    public DateTimeOffset? NextProbeAt { get; init; }
    /// <summary>How many probes have failed in this pause.</summary>
    public int Probes { get; init; }
    /// <summary>How often the connection was paused, ever.</summary>
    public int Pauses { get; init; }

    /// <summary>The failure of a call that may not go out.</summary>
    /// <param name="operation">What the call was for.</param>
    /// <param name="now">The time of now.</param>
    public Failure Refuse(string operation, DateTimeOffset now) => new(
        Class ?? FailureClass.Transient, Connection, operation, PausedCode, $"{Connection} is paused: {Reason}", Cure ?? "")
    {
        Outage = true,
        RetryAfter = NextProbeAt > now ? NextProbeAt - now : null,
    };
}

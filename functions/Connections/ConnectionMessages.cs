using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Connections;

/// <summary>A run that met a paused connection.</summary>
public sealed record ConnectionWait(string RunId, string Connection);

/// <summary>Whether a run has to wait, and what it goes back to when it goes on.</summary>
/// <param name="Before">The run as it was; null when it need not wait.</param>
public sealed record ConnectionWaiting(RunStateChange? Before);

/// <summary>A connection that is looked after.</summary>
/// <param name="Connection">The connection's id.</param>
/// <param name="Batch">How many waiting runs are let go next.</param>
public sealed record TendedConnection(string Connection, int Batch = 1);

/// <summary>When a connection wants to be looked after again.</summary>
/// <param name="Flows">True when there is nothing left to do.</param>
/// <param name="After">How long until then; null to wait for a person.</param>
/// <param name="Batch">How many waiting runs are let go then.</param>
public sealed record NextLook(bool Flows, TimeSpan? After, int Batch);

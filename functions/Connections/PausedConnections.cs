using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Connections;

/// <summary>Pauses connections on behalf of steps, and alarms the owner once a pause.</summary>
public sealed partial class PausedConnections(Circuits circuits, ILogger<PausedConnections> log)
{
    /// <summary>Pauses the failure's connection, unless it is paused already.</summary>
    public async Task PauseAsync(Failure failure)
    {
        var (circuit, began) = await circuits.PauseAsync(failure);
        if (!began) return;
        if (failure.Class == FailureClass.Auth) LogRefused(log, circuit.Connection, circuit.Owner, circuit.Reason, circuit.Cure);
        else LogPaused(log, circuit.Connection, circuit.Owner, circuit.Reason, circuit.NextProbeAt);
    }

    [LoggerMessage(1010, LogLevel.Error, "{Connection} is paused; {Owner} has to act: {Reason} {Cure}")]
    private static partial void LogRefused(ILogger logger, string connection, string? owner, string? reason, string? cure);

    [LoggerMessage(1011, LogLevel.Warning, "{Connection} is paused ({Owner}): {Reason} It is tried again at {NextProbeAt}")]
    private static partial void LogPaused(ILogger logger, string connection, string? owner, string? reason, DateTimeOffset? nextProbeAt);
}

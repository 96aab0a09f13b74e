using System.Collections.Concurrent;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Audit;
using Isthmus.Core.Checkpoints;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Says that a module is not there, and that it is there again: each process once in its log, and all of them together once in the
/// audit, over restarts too.
/// </summary>
public sealed partial class CrmModuleNotices(
    CheckpointStore checkpoints, AuditTrail audit, TimeProvider time, ILogger<CrmModuleNotices> log) : IDisposable
{
    private const string ClosedSince = "module-closed:";
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.Ordinal);

    /// <summary>The modules that somebody asked for.</summary>
    public IReadOnlyList<string> Asked => [.. told.Keys];

    /// <summary>Those of them that are not there.</summary>
    public IReadOnlyList<string> Closed =>
        [.. told.Where(each => !each.Value).Select(each => each.Key).Order(StringComparer.Ordinal)];

    /// <summary>Says whether a module is there, where that is new.</summary>
    public async Task TellAsync(string module, bool open, string edition, CancellationToken cancellation)
    {
        if (Knows(module, open)) return;
        await turn.WaitAsync(cancellation);
        try
        {
            if (Knows(module, open)) return;
            var closed = await checkpoints.GetAsync(ZohoCrmOptions.Id, ClosedSince + module, cancellation) is not null;
            if (closed == open) await NoteAsync(module, open, edition, cancellation);
            if (!open) LogClosed(log, module, edition);
            else if (closed || told.ContainsKey(module)) LogOpen(log, module, edition);
            told[module] = open;
        }
        finally { turn.Release(); }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private bool Knows(string module, bool open) => told.TryGetValue(module, out var before) && before == open;

    private async Task NoteAsync(string module, bool open, string edition, CancellationToken cancellation)
    {
        await audit.AddAsync(
            ZohoCrmOptions.Id, open ? "module opened" : "module closed", $"{ZohoCrmOptions.Id}/{module}",
            $"edition {edition}: the flows to it are {(open ? "on" : "off")}", cancellation: cancellation);
        await (open ? checkpoints.RemoveAsync(ZohoCrmOptions.Id, ClosedSince + module, cancellation)
            : checkpoints.SetAsync(ZohoCrmOptions.Id, ClosedSince + module, time.GetUtcNow(), cancellation));
    }

    [LoggerMessage(1701, LogLevel.Warning,
        "Zoho CRM offers no module {Module} (edition {Edition}): the flows to it are off until it is there; everything else goes on")]
    private static partial void LogClosed(ILogger logger, string module, string edition);

    [LoggerMessage(1702, LogLevel.Information,
        "Zoho CRM offers the module {Module} now (edition {Edition}): the flows to it are on")]
    private static partial void LogOpen(ILogger logger, string module, string edition);
}

using System.Collections.Concurrent;
using System.Globalization;
using Isthmus.Core.Loads;
using Isthmus.Core.Runs;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Loads;

/// <summary>Says how far a load has come: in its run at each page, in the log every few seconds.</summary>
public sealed partial class LoadReports(RunStore runs, TimeProvider time, ILogger<LoadReports> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, DateTimeOffset> said = new();

    /// <summary>Says it.</summary>
    public async Task SayAsync(Load load)
    {
        var progress = LoadPace.Of(load, time.GetUtcNow());
        await runs.ProgressAsync(load.Id, Words(load, progress), progress);
        if (load.State != LoadState.Running) said.TryRemove(load.Id, out _);
        else if (said.TryGetValue(load.Id, out var last) && time.GetUtcNow() - last < Pause) return;
        else said[load.Id] = time.GetUtcNow();
        LogProgress(log, load.Id, load.State, Words(load, progress));
    }

    /// <summary>One line: what was done, how fast, and what is left.</summary>
    public static string Words(Load load, RunProgress progress)
    {
        var rate = string.Create(CultureInfo.InvariantCulture, $"{progress.PerSecond:N1} a second");
        if (load.State != LoadState.Running) return $"{load.Note ?? $"{load.Counts}."} {rate}.";
        var left = progress.Left is { } rest ? string.Create(CultureInfo.InvariantCulture, $", {rest:N0} left") : "";
        var ends = progress.EndsAt is { } at ? string.Create(CultureInfo.InvariantCulture, $", through about {at:HH:mm:ss} UTC") : "";
        return $"{load.Counts}; {rate}{left}{ends}.";
    }

    [LoggerMessage(1501, LogLevel.Information, "Load {Load} is {State}: {Progress}")]
    private static partial void LogProgress(ILogger logger, string load, LoadState state, string progress);
}

using Isthmus.Core.Loads;
using Isthmus.Core.Runs;

namespace Isthmus.Functions.Loads;

/// <summary>A load as people see it.</summary>
public sealed record ShownLoad(
    string Id, string Kind, LoadState State, bool DryRun, string Words, LoadCounts Counts, long? Total, RunProgress Progress, int Pages,
    double WorkedSeconds, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, IReadOnlyList<string> Actions)
{
    /// <summary>The load with its pace and what can be done about it.</summary>
    public static ShownLoad Of(Load load, DateTimeOffset now)
    {
        var progress = LoadPace.Of(load, now);
        return new(
            load.Id, load.Kind, load.State, load.DryRun, LoadReports.Words(load, progress), load.Counts, load.Total, progress, load.Pages,
            Math.Round(load.Worked.TotalSeconds, 1), load.StartedBy, load.StartedAt, load.UpdatedAt, ActionsOf(load));
    }

    private static IReadOnlyList<string> ActionsOf(Load load) => (load.State, load.Wish) switch
    {
        (LoadState.Running, LoadWish.Run) => ["pause", "cancel"],
        (LoadState.Running, LoadWish.Pause) or (LoadState.Paused, _) => ["resume", "cancel"],
        _ => [],
    };
}

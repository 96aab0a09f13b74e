using Isthmus.Core.Runs;

namespace Isthmus.Core.Loads;

/// <summary>How fast a load goes and when it will be through.</summary>
public static class LoadPace
{
    /// <summary>The progress of a load.</summary>
    /// <param name="load">The load.</param>
    /// <param name="now">The time of now.</param>
    public static RunProgress Of(Load load, DateTimeOffset now)
    {
        var done = load.Counts.Read;
        var left = load.State is LoadState.Done ? 0 : load.Total is { } total ? Math.Max(0, total - done) : (long?)null;
        var pace = load.Worked > TimeSpan.Zero ? done / load.Worked.TotalSeconds : 0;
        DateTimeOffset? ends = null;
        if (load.State == LoadState.Running && pace > 0 && left is { } rest) ends = now + TimeSpan.FromSeconds(rest / pace);
        return new RunProgress(done, left, Math.Round(pace, 1), ends);
    }
}

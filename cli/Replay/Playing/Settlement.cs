using Isthmus.Cli.Clients;

namespace Isthmus.Cli.Replay.Playing;

/// <summary>Waits until every flow has come to an end, or until nothing has moved for too long.</summary>
internal sealed class Settlement(AppClient app, TimeSpan patience)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>True when the condition came true; false when nothing moved any more.</summary>
    public async Task<bool> UntilAsync(Func<RunCounts, bool> settled, Action<RunCounts> progress, CancellationToken cancel)
    {
        var pause = Shortest;
        var seen = "";
        var movedAt = TimeProvider.System.GetTimestamp();
        var swept = false;
        while (true)
        {
            var counts = await app.CountsAsync(cancel);
            progress(counts);
            if (settled(counts)) return true;
            if (counts.Fingerprint != seen) (seen, movedAt, pause) = (counts.Fingerprint, TimeProvider.System.GetTimestamp(),
                Shortest);
            var still = TimeProvider.System.GetElapsedTime(movedAt);
            if (still > patience) return false;
            if (!swept && still > patience / 4)
            {
                swept = true;
                await app.SweepAsync("stripe", cancel);
            }
            await Task.Delay(pause, TimeProvider.System, cancel);
            pause = pause * 1.5 < Longest ? pause * 1.5 : Longest;
        }
    }
}

using System.Diagnostics;
using Isthmus.Bench.Measuring;
using Isthmus.Cli.Commands;

namespace Isthmus.Bench.Engine;

/// <summary>How long does one orchestration take that calls 10,000 activities at once and waits for all of them?</summary>
internal static class FanOutBench
{
    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--activities", "--runs"], []);
        var activities = line.Number("--activities", 1) ?? 10_000;
        using var home = new BenchHome();
        var report = new Report("fan-out", home.Path);
        await using var engine = await BenchEngine.StartAsync(home.Path, new DurableBenchApp());
        await engine.RunAsync("FanOut", activities / 10);
        var (use, seconds) = (ProcessUse.OfThis, new List<double>());
        for (var run = 0; run < (line.Number("--runs", 1) ?? 5); run++)
        {
            var began = Stopwatch.GetTimestamp();
            await engine.RunAsync("FanOut", activities);
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
        var median = Samples.Median(seconds);
        report.End(new
        {
            activities, runs = seconds.Count, seconds = median, activitiesPerSecond = Math.Round(activities / median),
            saturated = use.Share > 0.9 ? "the cores" : $"the disk ({use.Share:P0} of the cores used)", peakMb = use.PeakMb,
        });
    }
}

using System.Diagnostics;
using Isthmus.Bench.Measuring;
using Isthmus.Cli.Commands;

namespace Isthmus.Bench.Engine;

/// <summary>
/// How long after a crash with 10,000 instances in the middle of an activity until the store is open again, and until every one
/// of them has gone a step further? (Within one process: .NET's own start, about 0.1 s, comes on top.)
/// </summary>
internal static class RestartBench
{
    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--instances", "--runs"], []);
        var instances = line.Number("--instances", 1) ?? 10_000;
        var (opened, goingOn) = (new List<double>(), new List<double>());
        using var home = new BenchHome();
        var report = new Report("restart", home.Path);
        var use = ProcessUse.OfThis;
        for (var run = 0; run < (line.Number("--runs", 1) ?? 3); run++)
        {
            using var folder = new BenchHome();
            await FillAsync(folder.Path, instances);
            var began = Stopwatch.GetTimestamp();
            var app = new DurableBenchApp();
            await using var engine = await BenchEngine.StartAsync(folder.Path, app);
            opened.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            // Each instance has two activities, and was in its first: the second is the step further.
            await app.ReachedAsync(instances * 2);
            goingOn.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
        report.End(new
        {
            instances, runs = opened.Count, secondsToOpen = Samples.Median(opened), secondsToAllGoingOn = Samples.Median(goingOn),
            saturated = use.Share > 0.9 ? "the cores" : $"the disk ({use.Share:P0} of the cores used)", peakMb = use.PeakMb,
        });
    }

    private static async Task FillAsync(string home, int instances)
    {
        var app = new DurableBenchApp { Gate = new TaskCompletionSource().Task };
        await using var engine = await BenchEngine.StartAsync(home, app);
        await Parallel.ForEachAsync(Enumerable.Range(0, instances), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (_, stop) =>
            await engine.Engine.Client.ScheduleNewOrchestrationInstanceAsync("Steps", 2, stop));
        while (Waiting(engine) < instances) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
    }

    private static long Waiting(BenchEngine engine) =>
        engine.Store.Read(session => (long)session.Scalar("SELECT count(*) FROM durable_activities")!);
}

using System.Diagnostics;
using Isthmus.Bench.Measuring;
using Isthmus.Cli.Commands;

namespace Isthmus.Bench.Engine;

/// <summary>
/// How many orchestrations of five activities a second, and what does a step cost at several lengths of the history and with many
/// finished instances in the store? The cost must stay flat.
/// </summary>
internal static class DurableBench
{
    private const int AtOnce = 64;

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--orchestrations", "--longest", "--finished", "--runs"], []);
        var orchestrations = line.Number("--orchestrations", 100) ?? 5_000;
        var finished = line.Number("--finished", 1) ?? 100_000;
        using var home = new BenchHome();
        var report = new Report("durable", home.Path);
        var app = new DurableBenchApp();
        await using var engine = await BenchEngine.StartAsync(home.Path, app);
        await FiveActivitiesAsync(engine, orchestrations / 5);
        var use = ProcessUse.OfThis;
        var rates = new List<double>();
        for (var run = 0; run < (line.Number("--runs", 1) ?? 5); run++) rates.Add(await FiveActivitiesAsync(engine, orchestrations));
        var share = use.Share;
        var lengths = await StepCosts.AtAsync(engine, app, [10, 1_000, line.Number("--longest", 1_000) ?? 20_000]);
        await DurableBenchHistory.AddFinishedAsync(engine.Store, finished);
        await StepCosts.AtAsync(engine, app, [10_000]); // until the log of the filling is copied into the file
        var crowded = await StepCosts.AtAsync(engine, app, [10]);
        report.End(new
        {
            fiveActivityOrchestrationsPerSecond = Samples.Median(rates),
            runs = rates.Count,
            saturated = share > 0.9 ? "the cores" : $"the disk ({share:P0} of the cores used)",
            stepsByHistoryLength = lengths,
            finishedInstances = finished,
            stepWithFinishedInstances = crowded[0],
        });
    }

    private static async Task<double> FiveActivitiesAsync(BenchEngine engine, int count)
    {
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (_, _) => await engine.RunAsync("Steps", 5));
        return count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}

using System.Diagnostics;
using System.Text.Json;
using Isthmus.Embedded.Durable;
using Isthmus.Embedded.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Isthmus.Bench;

/// <summary>
/// The durable engine on a real disk: orchestrations of five activities a second, and what one step costs at several lengths
/// of the history and with many finished instances. Prints one line of JSON. Arguments: orchestrations, longest history,
/// finished instances.
/// </summary>
public static class DurableEngineBench
{
    private const int Window = 200;

    public static async Task RunAsync(string[] args)
    {
        var orchestrations = Argument(args, 0, 2000);
        var longest = Argument(args, 1, 20_000);
        var finished = Argument(args, 2, 100_000);
        var home = Directory.CreateTempSubdirectory("isthmus-bench-").FullName;
        try
        {
            await using var store = EmbeddedStore.Open(home);
            var app = new DurableBenchApp();
            await using var engine = new DurableEngine(
                store, app, new() { MaxConcurrentActivities = 32 }, NullLoggerFactory.Instance);
            await engine.StartAsync(CancellationToken.None);

            await FiveActivitiesAsync(engine, orchestrations / 10, 64);
            var perSecond = orchestrations / (await FiveActivitiesAsync(engine, orchestrations, 64)).TotalSeconds;
            var alone = await FiveActivitiesAsync(engine, 50, 1) / 50;
            var steps = await StepsAsync(engine, app, [10, 1000, longest]);
            await DurableBenchHistory.AddFinishedAsync(store, finished);
            var crowded = await StepsAsync(engine, app, [10]);

            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "durable",
                fiveActivityOrchestrationsPerSecond = Math.Round(perSecond),
                oneAloneMs = Math.Round(alone.TotalMilliseconds, 2),
                stepsByHistoryLength = steps,
                finishedInstances = finished,
                stepWithFinishedInstances = crowded[0],
            }));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task<TimeSpan> FiveActivitiesAsync(DurableEngine engine, int count, int atOnce)
    {
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (_, cancellation) =>
        {
            var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Steps", 5, cancellation);
            await engine.Client.WaitForInstanceCompletionAsync(id, cancellation);
        });
        return watch.Elapsed;
    }

    /// <summary>One long orchestration; the cost of a step is taken over a window that begins at each of the lengths.</summary>
    private static async Task<List<StepCost>> StepsAsync(DurableEngine engine, DurableBenchApp app, int[] lengths)
    {
        var costs = new List<StepCost>();
        app.Begin();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Steps", lengths[^1] / 4 + Window + 10);
        foreach (var length in lengths)
        {
            await app.ReachedAsync(length / 4);
            var (began, bytes) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            await app.ReachedAsync(length / 4 + Window);
            costs.Add(new StepCost(
                length,
                Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds / Window, 3),
                (GC.GetTotalAllocatedBytes() - bytes) / Window));
        }
        await engine.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None);
        return costs;
    }

    private static int Argument(string[] args, int index, int otherwise) =>
        index < args.Length && int.TryParse(args[index], out var value) ? value : otherwise;

    private sealed record StepCost(int HistoryLength, double MsPerStep, long BytesPerStep);
}

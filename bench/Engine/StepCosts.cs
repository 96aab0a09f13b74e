using System.Diagnostics;
using Isthmus.Bench.Measuring;

namespace Isthmus.Bench.Engine;

/// <summary>What one step of a long orchestration costs at a length of its history.</summary>
/// <param name="HistoryLength">Events before it.</param>
/// <param name="MsPerStep">From one activity to the next, each stored before the other begins.</param>
/// <param name="BytesWrittenPerStep">What the process handed to the disk, the log's checkpoints included.</param>
/// <param name="BytesAllocatedPerStep">Memory that it took.</param>
internal sealed record StepCost(int HistoryLength, double MsPerStep, long BytesWrittenPerStep, long BytesAllocatedPerStep);

/// <summary>One long orchestration; the cost of a step is taken over a window that begins at each of the lengths.</summary>
internal static class StepCosts
{
    private const int Window = 200;
    private const int EventsAStep = 4;

    public static async Task<List<StepCost>> AtAsync(BenchEngine engine, DurableBenchApp app, int[] lengths)
    {
        var costs = new List<StepCost>();
        app.Begin();
        var running = engine.RunAsync("Steps", (lengths[^1] / EventsAStep) + Window + 10);
        foreach (var length in lengths)
        {
            await app.ReachedAsync(length / EventsAStep);
            var (began, bytes, use) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(), ProcessUse.OfThis);
            await app.ReachedAsync((length / EventsAStep) + Window);
            costs.Add(new StepCost(
                length,
                Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds / Window, 3),
                use.BytesWritten / Window,
                (GC.GetTotalAllocatedBytes() - bytes) / Window));
        }
        await running;
        return costs;
    }
}

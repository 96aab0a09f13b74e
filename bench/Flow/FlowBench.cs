using Isthmus.Bench.Measuring;
using Isthmus.Cli.Commands;

namespace Isthmus.Bench.Flow;

/// <summary>
/// How many orders a second flow from a paid Stripe checkout to Sage, how long does one take, and what does it cost, with vendors
/// that take <c>--latency</c> milliseconds: the full sandbox, or with <c>--constant</c> fixed answers?
/// </summary>
internal static class FlowBench
{
    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--orders", "--latency", "--runs"], ["--constant"]);
        var constant = line.Has("--constant");
        var orders = line.Number("--orders", 100) ?? (constant ? 4_000 : 2_000);
        var latency = line.Number("--latency", 0) ?? 0;
        var runs = new List<FlowFigures>();
        using var home = new BenchHome();
        var report = new Report("flow", home.Path);
        for (var run = 0; run < (line.Number("--runs", 1) ?? 3); run++)
        {
            runs.Add(constant ? await ConstantFlow.RunAsync(orders, latency) : await SandboxFlow.RunAsync(orders, latency));
            Report.Say($"run {run + 1}: {runs[^1]}");
        }
        var median = runs.OrderBy(run => run.OrdersPerSecond).ElementAt(runs.Count / 2);
        report.End(new { orders, latencyMs = latency, constant, runs = runs.Count, median });
    }
}

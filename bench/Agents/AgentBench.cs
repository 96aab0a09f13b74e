using System.Diagnostics;
using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Commands;
using Isthmus.Connectors.Sage100.Outbound;

namespace Isthmus.Bench.Agents;

/// <summary>
/// Calls a second to Sage's agent, and how long one takes: where the app calls the agent, and where the agent fetches its
/// work.
/// </summary>
internal static class AgentBench
{
    private static readonly Dictionary<string, string> Terms = new() { ["TermsCode"] = "01" };

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--calls", "--runs"], []);
        var (calls, runs) = (line.Number("--calls", 1) ?? 10_000, line.Number("--runs", 1) ?? 3);
        await using var stack = await BenchStack.StartAsync(constant: null);
        var report = new Report("agent", stack.Home);
        var figures = new List<AgentFigures>();
        foreach (var mode in new[] { SageAgentMode.Inbound, SageAgentMode.Outbound })
            foreach (var callers in new[] { 1, 8 })
                figures.Add(await MeasureAsync(stack, mode, callers, calls, runs));
        report.End(new { calls, figures });
    }

    private static async Task<AgentFigures> MeasureAsync(BenchStack stack, SageAgentMode mode, int callers, int calls, int runs)
    {
        await using var caller = await SageCaller.StartAsync(mode, stack.Local.Sandbox.Http);
        await CallAsync(caller, callers, 500);
        var measured = new List<AgentFigures>();
        for (var run = 0; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            var taken = await CallAsync(caller, callers, calls);
            measured.Add(new AgentFigures($"{mode}", callers, Math.Round(calls / clock.Elapsed.TotalSeconds),
                Samples.Percentile(taken, 0.5), Samples.Percentile(taken, 0.99)));
            Report.Say($"{measured[^1]}");
        }
        return measured.OrderBy(each => each.CallsASecond).ElementAt(measured.Count / 2);
    }

    private static async Task<IReadOnlyList<double>> CallAsync(SageCaller caller, int callers, int calls)
    {
        var left = calls;
        var taken = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var began = Stopwatch.GetTimestamp();
                await caller.Sage.ReadAsync("AR_TermsCode", Terms);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            return times;
        })));
        return [.. taken.SelectMany(times => times).Order()];
    }
}

/// <summary>What was measured of one mode.</summary>
internal sealed record AgentFigures(string Mode, int Callers, double CallsASecond, double P50Ms, double P99Ms);

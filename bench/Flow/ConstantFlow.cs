using System.Diagnostics;
using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Clients;
using Isthmus.Cli.Replay.Playing;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Flow;

/// <summary>The flow with vendors that answer every call with the same: first at full speed, then at half of it.</summary>
internal static class ConstantFlow
{
    private const int Senders = 32;
    private const int LatencyOrders = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<FlowFigures> RunAsync(int orders, int latencyMs)
    {
        await using var stack = await BenchStack.StartAsync(["--latency", $"{latencyMs}"]);
        using var stripe = new StripeWebhooks(stack.Local.App.Address, AppSettings.ConstantStripeSecret, Senders * 8);
        await WarmUpAsync(stack, stripe, orders / 4);
        var calls = await stack.Local.Sandbox.CallsAsync(CancellationToken.None);
        var (app, sandbox, driver) = (stack.WatchApp(), stack.WatchSandbox(), ProcessUse.OfThis);
        var began = Stopwatch.GetTimestamp();
        await Pace.SaturateAsync(Senders, orders, number => stripe.SendAsync(1_000_000 + number));
        await SettledAsync(stack, (orders / 4) + orders);
        var perSecond = orders / Stopwatch.GetElapsedTime(began).TotalSeconds;
        var who = Saturation.Of(app, sandbox, driver);
        var figures = new FlowFigures(
            Math.Round(perSecond, 1), 0, 0, Math.Round(perSecond / 2, 1), Math.Round(app.CpuSeconds * 1000 / orders, 2),
            Math.Round(app.BytesWritten / 1024.0 / orders, 1), app.ResidentMb, app.PeakMb,
            FlowFigures.PerOrder(calls, await stack.Local.Sandbox.CallsAsync(CancellationToken.None), orders), 0, who);
        var latencies = await LatenciesAsync(stack, stripe, perSecond / 2, (orders / 4) + orders);
        return figures with
        {
            P50Ms = Samples.Percentile(latencies, 0.5), P99Ms = Samples.Percentile(latencies, 0.99), PeakMb = app.PeakMb,
            Unsettled = LatencyOrders - latencies.Count,
        };
    }

    private static async Task WarmUpAsync(BenchStack stack, StripeWebhooks stripe, int orders)
    {
        await Pace.SaturateAsync(Senders, orders, number => stripe.SendAsync(number));
        await SettledAsync(stack, orders);
    }

    private static async Task<List<double>> LatenciesAsync(BenchStack stack, StripeWebhooks stripe, double perSecond, int before)
    {
        const int first = 5_000_000;
        var began = TimeProvider.System.GetUtcNow();
        await Pace.SteadyAsync(perSecond, LatencyOrders, number => stripe.SendAsync(first + number));
        await SettledAsync(stack, before + LatencyOrders);
        var ended = (await stack.Local.App.RunsAsync(RunCounts.ToSage, CancellationToken.None))
            .Where(run => run.Number is not null).ToDictionary(run => run.Number!, run => run.UpdatedAt);
        return [.. Enumerable.Range(0, LatencyOrders)
            .Where(number => ended.ContainsKey(StripeWebhooks.OrderNumber(first + number)))
            .Select(number => (ended[StripeWebhooks.OrderNumber(first + number)] - began.AddSeconds(number / perSecond)).TotalMilliseconds)
            .Order()];
    }

    private static async Task SettledAsync(BenchStack stack, int orders)
    {
        var settlement = new Settlement(stack.Local.App, Patience);
        if (!await settlement.UntilAsync(counts => counts.Of(RunCounts.ToSage, "done") >= orders, _ => { }, CancellationToken.None))
            throw new InvalidOperationException($"Not all of {orders} orders came through: see /api/dead-letters of the app.");
    }
}

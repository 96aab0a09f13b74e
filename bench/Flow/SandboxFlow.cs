using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Replay;
using Isthmus.Cli.Replay.Planning;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Flow;

/// <summary>The flow with the full sandbox: a replay, proved to the cent, with a watch on the processes.</summary>
internal static class SandboxFlow
{
    public static async Task<FlowFigures> RunAsync(int orders, int latencyMs)
    {
        await using var stack = await BenchStack.StartAsync(constant: null);
        if (latencyMs > 0)
            await stack.Local.Sandbox.PostAsync("/_sandbox/faults", new { kind = "latency", delayMs = latencyMs }, CancellationToken.None);
        var plan = Plan(stack.Home, orders);
        var (app, sandbox, driver) = (stack.WatchApp(), stack.WatchSandbox(), ProcessUse.OfThis);
        var options = new ReplayOptions { File = "", Concurrency = 16 };
        var result = await new ReplayRun(stack.Local, plan, options, _ => { }).RunAsync(CancellationToken.None);
        if (!result.Holds) throw new InvalidOperationException("The replay's proof did not hold.");
        return new FlowFigures(
            result.OrdersPerSecond, result.P50Ms, result.P99Ms, result.OrdersPerSecond, Math.Round(app.CpuSeconds * 1000 / orders, 2),
            Math.Round(app.BytesWritten / 1024.0 / orders, 1), app.ResidentMb, app.PeakMb, result.CallsPerOrder,
            result.Orders - result.Settled, Saturation.Of(app, sandbox, driver));
    }

    /// <summary>Made orders, to be played as a retailer's file is.</summary>
    public static ReplayPlan Plan(string home, int orders)
    {
        var file = Path.Combine(home, "orders.csv");
        File.WriteAllLines(file, MadeOrders.Lines(orders));
        return new ReplayPlanner(RetailTables.Load(Path.Combine(Places.Root, "mappings"))).Plan(RetailFile.Read(file), limit: null);
    }
}

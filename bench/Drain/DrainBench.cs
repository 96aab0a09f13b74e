using System.Diagnostics;
using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Drain;

/// <summary>
/// A backlog of orders under a vendor's limit of so many calls a second: what share of the limit is used, how many calls does the
/// vendor refuse, and does a connection without a limit go on undisturbed?
/// </summary>
internal static class DrainBench
{
    private const string Limited = "zoho-inventory";
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--orders", "--limit", "--seconds"], []);
        var orders = line.Number("--orders", 100) ?? 20_000;
        var limit = line.Number("--limit", 1) ?? 100;
        var longest = TimeSpan.FromSeconds(line.Number("--seconds", 20) ?? 120);
        var settings = new Dictionary<string, string>
        {
            [AppSettings.Connection(Limited, "Limits__Calls")] = $"{limit}",
            [AppSettings.Connection(Limited, "Limits__Window")] = "00:00:01",
        };
        await using var stack = await BenchStack.StartAsync(["--limit", $"{Limited}={limit}"], settings);
        var report = new Report("drain", stack.Home);
        using var stripe = new StripeWebhooks(stack.Local.App.Address, AppSettings.ConstantStripeSecret, 256);
        var backlog = Pace.SaturateAsync(32, orders, number => stripe.SendAsync(number));
        var figures = await DrainAsync(stack, stripe, orders, limit, longest);
        await backlog;
        report.End(new { orders, limit, seconds = longest.TotalSeconds, vendor = Limited, figures });
    }

    /// <summary>Until all orders are through, or for so long: a rate needs no end of the work.</summary>
    private static async Task<DrainFigures> DrainAsync(
        BenchStack stack, StripeWebhooks stripe, int orders, int limit, TimeSpan longest)
    {
        await VendorLimits.UsedAsync(stack, Limited, calls: limit * 3);
        var (app, began, before) = (stack.WatchApp(), Stopwatch.GetTimestamp(), await VendorLimits.ReadAsync(stack, Limited));
        var through = await VendorLimits.ThroughAsync(stack);
        var free = FreeReads.MeasureAsync(stack, stripe, longest / 2);
        while (Stopwatch.GetElapsedTime(began) < longest && await VendorLimits.ThroughAsync(stack) < orders * 0.98)
            await Task.Delay(LookEvery, TimeProvider.System);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var after = await VendorLimits.ReadAsync(stack, Limited);
        var done = await VendorLimits.ThroughAsync(stack) - through;
        var calls = after.Total - after.Refused - before.Total + before.Refused;
        var figures = new DrainFigures(
            Math.Round(calls / (limit * took), 4), after.Refused - before.Refused, Math.Round(calls / (double)Math.Max(1, done), 2),
            Math.Round(done / took, 2), app.ResidentMb, Math.Round(app.Share, 3), await free);
        Report.Say($"{figures}");
        return figures;
    }
}

using System.Diagnostics;
using System.Text.Json;
using Isthmus.Bench.Flow;
using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Replay;

namespace Isthmus.Bench.Reconcile;

/// <summary>
/// How long does a payout of many transactions take from Stripe's word to its entry in the books, with how much memory and how many
/// calls? Some transactions are orders that went through the flow, the others fees of their own.
/// </summary>
internal static class ReconcileBench
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--transactions", "--orders"], []);
        var transactions = line.Number("--transactions", 100) ?? 10_000;
        var orders = Math.Min(line.Number("--orders", 1) ?? 1_000, transactions);
        await using var stack = await BenchStack.StartAsync(constant: null);
        var report = new Report("reconcile", stack.Home);
        await SellAsync(stack, orders, transactions - orders);
        Report.Say($"{orders} orders and {transactions - orders} fees are in the balance.");
        report.End(await MeasureAsync(stack, transactions, orders));
    }

    private static async Task SellAsync(BenchStack stack, int orders, int fees)
    {
        var sandbox = stack.Local.Sandbox;
        await sandbox.PostAsync("/_sandbox/settings", new { stripe = new { balanceDelaySeconds = 0 } }, CancellationToken.None);
        var sold = new ReplayRun(stack.Local, SandboxFlow.Plan(stack.Home, orders), new ReplayOptions { File = "", Concurrency = 16 }, _ => { });
        if (!(await sold.RunAsync(CancellationToken.None)).Holds) throw new InvalidOperationException("The replay's proof did not hold.");
        if (fees > 0)
            await sandbox.PostAsync(
                "/_sandbox/stripe/balance-transactions",
                new { type = "stripe_fee", amount = -1, currency = "gbp", times = fees }, CancellationToken.None);
    }

    private static async Task<object> MeasureAsync(BenchStack stack, int transactions, int orders)
    {
        var (app, before, began) = (stack.WatchApp(), await stack.Local.Sandbox.CallsAsync(CancellationToken.None), Stopwatch.GetTimestamp());
        var residentBefore = app.ResidentMb;
        var made = await stack.Local.Sandbox.PostAsync(
            "/_sandbox/stripe/payouts", new { currency = "gbp", to = "reconciled" }, CancellationToken.None);
        var payout = made.GetProperty("payouts")[0].GetProperty("payout").GetString()!;
        using var timer = new PeriodicTimer(LookEvery, TimeProvider.System);
        while (!await stack.Local.App.RunStandsAsync("payout-" + payout, Ended, CancellationToken.None)) await timer.WaitForNextTickAsync();
        var seconds = Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds, 2);
        var after = await stack.Local.Sandbox.CallsAsync(CancellationToken.None);
        var found = (await stack.Local.App.GetAsync($"/api/reconciliation/{payout}?limit=1", CancellationToken.None)).GetProperty("payout");
        Check(found, transactions);
        return new
        {
            transactions, orders, seconds, transactionsPerSecond = Math.Round(transactions / seconds, 1), cpuSeconds = Math.Round(app.CpuSeconds, 2),
            residentMbBefore = residentBefore, residentMb = app.ResidentMb, peakMb = app.PeakMb,
            calls = after.ToDictionary(vendor => vendor.Key, vendor => vendor.Value - before.GetValueOrDefault(vendor.Key)),
        };
    }

    private static bool Ended(string state) =>
        state == "done" || (state == "deadLettered" ? throw new InvalidOperationException("The payout is a dead letter.") : false);

    private static void Check(JsonElement payout, int transactions)
    {
        var totals = payout.GetProperty("totals");
        if (payout.GetProperty("state").GetString() != "balanced" || totals.GetProperty("open").GetInt32() != 0
            || totals.GetProperty("lines").GetInt32() < transactions)
            throw new InvalidOperationException($"The payout was not reconciled: {payout}");
    }
}

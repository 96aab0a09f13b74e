using System.Diagnostics;
using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Clients;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Deals;

/// <summary>
/// Deals that are won become customers and orders in Sage 300: how many a second, at how many calls to either side, how long does one
/// take, and what do looks cost that find nothing and that find something?
/// </summary>
internal static class DealsBench
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>No call for so long: what a look began is over.</summary>
    private static readonly TimeSpan Still = TimeSpan.FromSeconds(1);

    /// <summary>The look alone tells of deals: channels would tell of some of them, whenever they open.</summary>
    private static readonly Dictionary<string, string> Settings = new()
    {
        [AppSettings.Connection("zoho-crm", "Limits__Calls")] = "100000",
        [AppSettings.Connection("zoho-crm", "CreditsPerDay")] = "10000000",
        [AppSettings.Connection("zoho-crm", "Channels__NotifyUrl")] = "",
        [AppSettings.Connection("sage-300", "Limits__Calls")] = "100000",
        ["Isthmus__MasterData__LookInTime"] = "false",
    };

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--deals", "--steady", "--changed"], []);
        var (deals, steady) = (line.Number("--deals", 1) ?? 1_000, line.Number("--steady", 1) ?? 200);
        var changed = Math.Min(line.Number("--changed", 1) ?? 100, deals);
        using var home = new BenchHome();
        var report = new Report("deals", home.Path);
        await using var stack = await BenchStack.StartAsync(constant: null, Settings, crm: true);
        var (local, office, app) = (stack.Local, new SalesOffice(stack.Local), stack.WatchApp());
        Report.Say("fills the CRM");
        await office.FillAsync(deals + steady);
        var won = await WonAsync(local, office, deals);
        Report.Say($"{won}");
        var one = await Pace.SteadyAsync(won.PerSecond / 2, steady, n => OneAsync(local, office, deals + n));
        Report.Say($"at half that rate: {one}");
        await LookAsync(local, "settles", "connections/zoho-crm/sweep");
        List<LookFigures> looks =
        [
            await LookAsync(local, "invoices, all orders", "deals/invoices/sweep?full=true"),
            await LookAsync(local, "changes, quiet", "connections/zoho-crm/sweep"),
            await LookAsync(local, "invoices, quiet", "deals/invoices/sweep"),
        ];
        await office.ChangeAsync(changed);
        looks.Add(await LookAsync(local, "changes, busy", "connections/zoho-crm/sweep"));
        await office.InvoiceAsync(changed);
        looks.Add(await LookAsync(local, "invoices, busy", "deals/invoices/sweep"));
        looks.ForEach(look => Report.Say($"{look}"));
        var holds = await office.HoldsAsync();
        report.End(new { deals, steady, changed, won, one, looks, residentMb = app.ResidentMb, peakMb = app.PeakMb, holds });
        Environment.ExitCode = holds && one.Refused == 0 ? 0 : 1;
    }

    private static async Task<WonFigures> WonAsync(LocalStack stack, SalesOffice office, int deals)
    {
        await office.WinAsync(0, deals);
        var (before, clock) = (await CallsAsync(stack), Stopwatch.StartNew());
        await stack.App.SweepAsync("zoho-crm", CancellationToken.None);
        using var pause = new PeriodicTimer(LookEvery, TimeProvider.System);
        while ((await stack.App.CountsAsync(CancellationToken.None)).Of(RunCounts.Deal, "done") < deals) await pause.WaitForNextTickAsync();
        var (seconds, after) = (clock.Elapsed.TotalSeconds, await CallsAsync(stack));
        return new(
            deals, Math.Round(seconds, 2), Math.Round(deals / seconds, 1), Math.Round((after.Crm - before.Crm) / (double)deals, 2),
            Math.Round((after.Sage - before.Sage) / (double)deals, 2));
    }

    /// <summary>From the winning of one deal to the order that it shows.</summary>
    private static async Task<bool> OneAsync(LocalStack stack, SalesOffice office, int deal)
    {
        await office.WinAsync(deal, 1);
        var told = await stack.App.PostAsync($"/api/deals/{office.Deals[deal]}", CancellationToken.None);
        var run = told.GetProperty("run").GetString()!;
        using var pause = new PeriodicTimer(LookEvery, TimeProvider.System);
        var state = "";
        while (!await stack.App.RunStandsAsync(run, now => (state = now) is not ("running" or "waiting"), CancellationToken.None))
            await pause.WaitForNextTickAsync();
        return state == "done";
    }

    /// <summary>From the question to the last call that it led to.</summary>
    private static async Task<LookFigures> LookAsync(LocalStack stack, string name, string path)
    {
        var (before, clock) = (await CallsAsync(stack), Stopwatch.StartNew());
        await stack.App.PostAsync("/api/" + path, CancellationToken.None);
        var (after, took) = (await CallsAsync(stack), clock.Elapsed);
        using var pause = new PeriodicTimer(LookEvery, TimeProvider.System);
        while (clock.Elapsed - took < Still)
        {
            await pause.WaitForNextTickAsync();
            if (await CallsAsync(stack) is var now && now != after) (after, took) = (now, clock.Elapsed);
        }
        return new(name, (long)took.TotalMilliseconds, after.Crm - before.Crm, after.Sage - before.Sage);
    }

    private static async Task<(long Crm, long Sage)> CallsAsync(LocalStack stack)
    {
        var calls = await stack.Sandbox.CallsAsync(CancellationToken.None);
        return (calls.GetValueOrDefault("zoho-crm"), calls.GetValueOrDefault("sage-300"));
    }
}

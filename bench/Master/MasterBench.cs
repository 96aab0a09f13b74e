using System.Diagnostics;
using System.Text.Json;
using Isthmus.Bench.Load;
using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Master;

/// <summary>
/// A company's customers from Sage 100 to the CRM: the first load, killed in its middle with kill -9, then looks: one that finds nothing,
/// one that finds a thousand changes, one at everything. How long, how many calls, how much memory, and is each there once?
/// </summary>
internal static class MasterBench
{
    private const string Flow = "sage-100-customers";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private static readonly Dictionary<string, string> Settings = new()
    {
        [AppSettings.Connection("zoho-crm", "Limits__Calls")] = "100000",
        [AppSettings.Connection("zoho-crm", "CreditsPerDay")] = "10000000",
    };

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--customers", "--changed"], ["--no-kill"]);
        var (customers, changed) = (line.Number("--customers", 0) ?? 100_000, line.Number("--changed", 0) ?? 1_000);
        using var home = new BenchHome();
        var report = new Report("master", home.Path);
        await using var stack = await BenchStack.StartAsync(constant: null, Settings);
        Report.Say("fills the books");
        await SageBooks.AddCustomersAsync(stack.Local, customers);
        var load = await LoadAsync(stack, customers, kill: !line.Has("--no-kill"));
        Report.Say($"{load}");
        await LookAsync(stack.Local, "settles", "look");
        var quiet = await LookAsync(stack.Local, "quiet", "look");
        await SageBooks.ChangeCustomersAsync(stack.Local, changed);
        var busy = await LookAsync(stack.Local, "busy", "look");
        var everything = await LookAsync(stack.Local, "everything", "look?full=true");
        report.End(new { customers, changed, load, quiet, busy, everything, marks = MarkCost.Measure() });
        Environment.ExitCode = load.Holds && quiet.CrmCalls == 0 && busy.Written >= changed && busy.CrmCalls <= changed / 100 + 2 ? 0 : 1;
    }

    private static async Task<MasterLoadFigures> LoadAsync(BenchStack stack, int customers, bool kill)
    {
        var (local, before, clock) = (stack.Local, await CallsAsync(stack.Local), Stopwatch.StartNew());
        var started = await local.App.PostAsync($"/api/master-data/{Flow}/load", new { }, CancellationToken.None);
        var id = started.GetProperty("id").GetString()!;
        var (peak, killed, use) = (0.0, (long?)null, stack.WatchApp());
        using var pause = new PeriodicTimer(LookEvery);
        JsonElement load;
        while ((load = await local.App.GetAsync("/api/loads/" + id, CancellationToken.None)).GetProperty("state").GetString() == "running")
        {
            peak = Math.Max(peak, use.PeakMb);
            if (kill && killed is null && Counted(load.GetProperty("counts"), "read") is var done && done >= customers / 2)
            {
                killed = done;
                await local.KillAppAsync();
                await local.StartAppAsync(CancellationToken.None);
                use = stack.WatchApp();
            }
            await pause.WaitForNextTickAsync();
        }
        var (seconds, after, counts) = (clock.Elapsed.TotalSeconds, await CallsAsync(local), load.GetProperty("counts"));
        return new(
            customers, Math.Round(seconds, 1), Math.Round(customers / seconds, 1), Counted(counts, "written"), Counted(counts, "failed"),
            after.Crm - before.Crm, after.Sage - before.Sage, Math.Max(peak, use.PeakMb), killed, await InCrmAsync(local));
    }

    private static async Task<MasterLookFigures> LookAsync(LocalStack stack, string name, string path)
    {
        var (before, clock) = (await CallsAsync(stack), Stopwatch.StartNew());
        var look = await stack.App.PostAsync($"/api/master-data/{Flow}/{path}", new { }, CancellationToken.None);
        var (ms, after, counts) = (clock.ElapsedMilliseconds, await CallsAsync(stack), look.GetProperty("counts"));
        var figures = new MasterLookFigures(
            name, ms, Counted(counts, "read"), Counted(counts, "written"), after.Crm - before.Crm, after.Sage - before.Sage);
        Report.Say($"{figures}");
        return figures;
    }

    private static long Counted(JsonElement counts, string name) => counts.GetProperty(name).GetInt64();

    private static async Task<long> InCrmAsync(LocalStack stack)
    {
        var setup = await stack.Sandbox.Http.GetStreamAsync("/_sandbox/zoho-crm/setup");
        using var document = await JsonDocument.ParseAsync(setup);
        return document.RootElement.GetProperty("modules").GetProperty("Accounts").GetProperty("records").GetInt64();
    }

    private static async Task<(long Crm, long Sage)> CallsAsync(LocalStack stack)
    {
        var calls = await stack.Sandbox.CallsAsync(CancellationToken.None);
        return (calls.GetValueOrDefault("zoho-crm"), calls.GetValueOrDefault("sage-100"));
    }
}

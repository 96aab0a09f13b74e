using System.Diagnostics;
using System.Text.Json;
using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Master;

/// <summary>
/// A company's customers from Sage 100, Sage 300 or Sage Intacct to the CRM: the first load, killed in its middle with kill -9, then
/// looks: one that finds nothing, one that finds a thousand changes, one at everything. How long, how many calls, how much memory, and is
/// each there once?
/// </summary>
internal static class MasterBench
{
    /// <summary>
    /// The books are older than any source's overlap, a day where changes are known by days: a look reads what changed and not what was
    /// just entered.
    /// </summary>
    private static readonly TimeSpan Age = TimeSpan.FromDays(3);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private static readonly Dictionary<string, string> Settings = new()
    {
        [AppSettings.Connection("zoho-crm", "Limits__Calls")] = "100000",
        [AppSettings.Connection("sage-300", "Limits__Calls")] = "100000",
        [AppSettings.Connection("zoho-crm", "CreditsPerDay")] = "10000000",
        ["Isthmus__MasterData__LookInTime"] = "false",
    };

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--customers", "--changed"], ["--no-kill", "--sage-300", "--intacct"]);
        var source = line.Has("--sage-300") ? MasterSource.Sage300 : line.Has("--intacct") ? MasterSource.Intacct : MasterSource.Sage;
        var (customers, changed) = (line.Number("--customers", 0) ?? 100_000, line.Number("--changed", 0) ?? 1_000);
        using var home = new BenchHome();
        var report = new Report("master", home.Path);
        await using var stack = await BenchStack.StartAsync(constant: null, Settings, crm: true, Age);
        Report.Say("fills the books");
        await source.FillAsync(stack.Local, customers);
        await stack.CatchUpAsync();
        var load = await LoadAsync(stack, source, customers, kill: !line.Has("--no-kill"));
        Report.Say($"{load}");
        await LookAsync(stack.Local, source, "settles", "look");
        var quiet = await LookAsync(stack.Local, source, "quiet", "look");
        await source.ChangeAsync(stack.Local, changed);
        var busy = await LookAsync(stack.Local, source, "busy", "look");
        var everything = await LookAsync(stack.Local, source, "everything", "look?full=true");
        report.End(new { source.Flow, customers, changed, load, quiet, busy, everything, marks = MarkCost.Measure() });
        var cheap = quiet is { Read: 0, CrmCalls: 0 } && busy.Read == changed && busy.CrmCalls <= changed / 100 + 2;
        Environment.ExitCode = load.Holds && cheap && busy.Written == changed ? 0 : 1;
    }

    private static async Task<MasterLoadFigures> LoadAsync(BenchStack stack, MasterSource source, int customers, bool kill)
    {
        var (local, before, clock) = (stack.Local, await CallsAsync(stack.Local, source), Stopwatch.StartNew());
        var started = await local.App.PostAsync($"/api/master-data/{source.Flow}/load", new { }, CancellationToken.None);
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
        var (seconds, after, counts) = (clock.Elapsed.TotalSeconds, await CallsAsync(local, source), load.GetProperty("counts"));
        return new(
            customers, Math.Round(seconds, 1), Math.Round(customers / seconds, 1), Counted(counts, "written"), Counted(counts, "failed"),
            after.Crm - before.Crm, after.Sage - before.Sage, Math.Max(peak, use.PeakMb), killed, await InCrmAsync(local));
    }

    private static async Task<MasterLookFigures> LookAsync(LocalStack stack, MasterSource source, string name, string path)
    {
        var (before, clock) = (await CallsAsync(stack, source), Stopwatch.StartNew());
        var look = await stack.App.PostAsync($"/api/master-data/{source.Flow}/{path}", new { }, CancellationToken.None);
        var (ms, after, counts) = (clock.ElapsedMilliseconds, await CallsAsync(stack, source), look.GetProperty("counts"));
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

    private static async Task<(long Crm, long Sage)> CallsAsync(LocalStack stack, MasterSource source)
    {
        var calls = await stack.Sandbox.CallsAsync(CancellationToken.None);
        return (calls.GetValueOrDefault("zoho-crm"), calls.GetValueOrDefault(source.Connection));
    }
}

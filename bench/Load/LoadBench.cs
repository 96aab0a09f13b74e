using System.Diagnostics;
using System.Text.Json;
using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Load;

/// <summary>
/// The initial load of a company: a hundred thousand items and fifty thousand customers, each load killed in its middle with kill -9
/// and gone on with. How many records a second, how many calls, how much memory, and is each record there once?
/// </summary>
internal static class LoadBench
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--items", "--customers"], ["--no-kill"]);
        var (items, customers) = (line.Number("--items", 0) ?? 100_000, line.Number("--customers", 0) ?? 50_000);
        using var home = new BenchHome();
        var report = new Report("load", home.Path);
        await using var stack = await BenchStack.StartAsync(constant: null);
        Report.Say("fills the books");
        await SageBooks.AddItemsAsync(stack.Local, items);
        await SageBooks.AddCustomersAsync(stack.Local, customers);
        var loads = new List<LoadFigures>();
        foreach (var (kind, records) in new[] { ("items", items), ("customers", customers) })
        {
            if (records == 0) continue;
            loads.Add(await MeasureAsync(stack.Local, kind, records, kill: !line.Has("--no-kill")));
            Report.Say($"{loads[^1]}");
        }
        report.End(new { items, customers, loads });
        Environment.ExitCode = loads.TrueForAll(load => load.Holds) ? 0 : 1;
    }

    private static async Task<LoadFigures> MeasureAsync(LocalStack stack, string kind, int records, bool kill)
    {
        var before = await CallsAsync(stack);
        var (already, clock) = (await InZohoAsync(stack, kind), Stopwatch.StartNew());
        var id = (await stack.App.PostAsync("/api/loads", new { kind }, CancellationToken.None)).GetProperty("id").GetString()!;
        var (peak, killed) = (0.0, (long?)null);
        var use = new ProcessUse(stack.AppProcess.Id);
        using var pause = new PeriodicTimer(LookEvery);
        JsonElement load;
        while ((load = await stack.App.GetAsync("/api/loads/" + id, CancellationToken.None)).GetProperty("state").GetString() == "running")
        {
            peak = Math.Max(peak, use.PeakMb);
            if (kill && killed is null && Counted(load, "read") is var done && done >= records / 2)
            {
                killed = done;
                await stack.KillAppAsync();
                await stack.StartAppAsync(CancellationToken.None);
                use = new ProcessUse(stack.AppProcess.Id);
            }
            await pause.WaitForNextTickAsync();
        }
        var seconds = clock.Elapsed.TotalSeconds;
        peak = Math.Max(peak, use.PeakMb);
        var after = await CallsAsync(stack);
        Report.Say(load.GetProperty("words").GetString()!);
        return new LoadFigures(
            kind, Counted(load, "read"), Math.Round(seconds, 1), Math.Round(records / seconds, 1), Counted(load, "written"),
            Counted(load, "unchanged"), Counted(load, "skipped"), Counted(load, "failed"), after.Zoho - before.Zoho,
            after.Sage - before.Sage, peak, killed,
            await InZohoAsync(stack, kind) - already);
    }

    private static long Counted(JsonElement load, string name) => load.GetProperty("counts").GetProperty(name).GetInt64();

    private static async Task<long> InZohoAsync(LocalStack stack, string kind)
    {
        using var ledger = await stack.Sandbox.Http.GetAsync("/_sandbox/ledger", HttpCompletionOption.ResponseHeadersRead);
        using var records = await JsonDocument.ParseAsync(await ledger.Content.ReadAsStreamAsync());
        return records.RootElement.GetProperty("zoho-inventory").GetProperty(kind == "items" ? "items" : "contacts").GetArrayLength();
    }

    private static async Task<(long Zoho, long Sage)> CallsAsync(LocalStack stack)
    {
        var calls = await stack.Sandbox.CallsAsync(CancellationToken.None);
        return (calls.GetValueOrDefault("zoho-inventory"), calls.GetValueOrDefault("sage-100"));
    }
}

using System.Diagnostics;
using System.Text.Json;
using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Commands;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Stock;

/// <summary>
/// A hundred thousand quantities that both systems know, of which a hundredth changes: how long until Zoho shows them, with how many
/// calls, and how much memory does the app hold?
/// </summary>
internal static class StockBench
{
    private const int ItemsACall = 5_000;

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--items", "--changed"], []);
        var items = line.Number("--items", 1) ?? 100_000;
        var changed = line.Number("--changed", 1) ?? items / 100;
        using var home = new BenchHome();
        var report = new Report("stock", home.Path);
        await using var stack = await BenchStack.StartAsync(constant: null);
        var app = stack.WatchApp();
        await SeedAsync(stack.Local, items);
        var first = await CarryAsync(stack.Local);
        Report.Say($"first round: {first}");
        await ChangeAsync(stack.Local, changed, items / changed);
        var round = await CarryAsync(stack.Local);
        report.End(new { items, changed, first, round, residentMb = app.ResidentMb, peakMb = app.PeakMb });
    }

    private static async Task SeedAsync(LocalStack stack, int items)
    {
        foreach (var chunk in Enumerable.Range(0, items).Chunk(ItemsACall))
        {
            await stack.Sandbox.PostAsync("/_sandbox/zoho-inventory/items",
                chunk.Select(n => new { sku = Sku(n), name = Sku(n), rate = 1.0, stock = 100 }), CancellationToken.None);
            await stack.Sandbox.PostAsync("/_sandbox/sage-100/items",
                chunk.Select(n => new { itemCode = Sku(n), description = Sku(n), price = 1.0, stock = 100 }), CancellationToken.None);
        }
    }

    private static Task<JsonElement> ChangeAsync(LocalStack stack, int changed, int step) => stack.Sandbox.PostAsync(
        "/_sandbox/sage-100/stock", Enumerable.Range(0, changed).Select(n => new { itemCode = Sku(n * step), onHand = 50 }), CancellationToken.None);

    /// <summary>From the question to the end of the last run.</summary>
    private static async Task<StockFigures> CarryAsync(LocalStack stack)
    {
        var before = (await stack.Sandbox.CallsAsync(CancellationToken.None)).GetValueOrDefault("zoho-inventory");
        var clock = Stopwatch.StartNew();
        using var http = new HttpClient { BaseAddress = stack.App.Address, Timeout = TimeSpan.FromMinutes(30) };
        foreach (var (name, values) in stack.App.Http.DefaultRequestHeaders) http.DefaultRequestHeaders.Add(name, values);
        using var answer = await http.PostAsync("/api/stock/sweep", null);
        answer.EnsureSuccessStatusCode();
        using var round = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var read = clock.Elapsed;
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        foreach (var run in round.RootElement.GetProperty("runs").EnumerateArray())
            while (!await EndedAsync(stack, run.GetString()!)) await pause.WaitForNextTickAsync();
        var calls = (await stack.Sandbox.CallsAsync(CancellationToken.None)).GetValueOrDefault("zoho-inventory") - before;
        return new StockFigures(
            Math.Round(read.TotalSeconds, 2), Math.Round(clock.Elapsed.TotalSeconds, 2), calls,
            round.RootElement.GetProperty("counts").GetProperty("taken").GetInt32());
    }

    private static async Task<bool> EndedAsync(LocalStack stack, string run)
    {
        using var answer = await stack.App.Http.GetAsync($"/api/runs/{run}");
        if (!answer.IsSuccessStatusCode) return false;
        using var shown = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var state = shown.RootElement.GetProperty("run").GetProperty("state").GetString();
        return state == "done" || (state == "deadLettered" ? throw new InvalidOperationException($"Run {run} did not go through.") : false);
    }

    private static string Sku(int n) => $"IT-{n:D6}";
}

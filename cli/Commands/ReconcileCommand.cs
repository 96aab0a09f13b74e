using System.Globalization;
using System.Text.Json;
using Isthmus.Cli.Clients;
using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>./run reconcile: the running app proves days three ways and shows its payouts.</summary>
internal static class ReconcileCommand
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly string[] AtWork = ["running"];

    public static Task<int> RunAsync(IReadOnlyList<string> args, IAnsiConsole console, CancellationToken cancel)
    {
        var line = new CommandLine(args, ["--from", "--to", "--port"], ["--json"]);
        line.Words();
        var to = line.Day("--to") ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var from = line.Day("--from") ?? to.AddDays(-1);
        return RunningApp.AskAsync(line, async app =>
        {
            var found = await ReconcileAsync(app, from, to, cancel);
            if (line.Has("--json")) Console.Out.WriteLine(found.Json());
            else found.Print(console);
            return found.Holds ? 0 : 1;
        });
    }

    private static async Task<Reconciled> ReconcileAsync(AppClient app, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var span = string.Create(CultureInfo.InvariantCulture, $"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        var started = await app.PostAsync("/api/reconciliation/proofs?" + span, cancel);
        foreach (var run in started.GetProperty("runs").EnumerateArray()) await EndedAsync(app, run.GetString()!, cancel);
        var payouts = await app.GetAsync("/api/reconciliation?limit=500", cancel);
        return new Reconciled(
            [.. (await app.GetAsync("/api/reconciliation/proofs?" + span, cancel)).EnumerateArray()],
            [.. payouts.GetProperty("items").EnumerateArray().Where(payout => Arrives(payout) >= from)]);
    }

    private static DateOnly Arrives(JsonElement payout) =>
        DateOnly.FromDateTime(payout.GetProperty("arrivesAt").GetDateTimeOffset().UtcDateTime);

    /// <summary>A payout that Stripe still works on waits; that is no reason to wait here.</summary>
    private static async Task EndedAsync(AppClient app, string run, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(LookEvery, TimeProvider.System);
        while (!await app.RunStandsAsync(run, state => !AtWork.Contains(state), cancel)) await timer.WaitForNextTickAsync(cancel);
    }
}

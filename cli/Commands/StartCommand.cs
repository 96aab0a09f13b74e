using Isthmus.Cli.Clients;
using Isthmus.Cli.Samples;
using Isthmus.Cli.Stack;
using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>./run: the whole product on this machine, with a few orders to look at.</summary>
internal static class StartCommand
{
    /// <summary>What a company switches on when its catalogues are mapped; the sandbox's are.</summary>
    private static readonly Dictionary<string, string> Followed = new()
    {
        ["Isthmus__Items__Direction"] = "sage-to-zoho",
        ["Isthmus__Stock__Enabled"] = "true",
        ["Isthmus__Purchasing__Direction"] = "sage-to-zoho",
        ["Isthmus__Customers__Enabled"] = "true",
    };

    public static async Task<int> RunAsync(IReadOnlyList<string> args, IAnsiConsole console, CancellationToken cancel)
    {
        var line = new CommandLine(args, ["--port", "--sandbox-port"], ["--once", "--fresh"]);
        line.Words();
        if (line.Has("--fresh")) OldState.Remove(Places.Home);
        var defaults = new StackOptions { Root = Places.Root, Home = Places.Home };
        var options = defaults with
        {
            AppPort = line.Number("--port", 0) ?? defaults.AppPort,
            SandboxPort = line.Number("--sandbox-port", 0) ?? defaults.SandboxPort,
            Settings = Followed,
            Crm = true,
        };
        await using var stack = await LocalStack.StartAsync(options, cancel);
        var before = (await stack.App.CountsAsync(cancel)).All(RunCounts.OrderToCash);
        var orders = await SampleOrders.PlayAsync(stack.Sandbox, cancel);
        await SampleBooks.FillAsync(stack.Sandbox, cancel);
        await SampleDeal.WinAsync(stack.Sandbox, TimeProvider.System.GetUtcNow(), cancel);
        Console.Out.WriteLine(WhereToLook.Text(stack, orders, await FirstLooks.TakeAsync(stack.App, cancel)));
        await WatchAsync(stack, console, line.Has("--once") ? before + orders : int.MaxValue, cancel);
        return 0;
    }

    private static async Task WatchAsync(LocalStack stack, IAnsiConsole console, int enough, CancellationToken cancel)
    {
        var summary = new LiveSummary(stack, console);
        try
        {
            await summary.ShowAsync(counts => enough < int.MaxValue && IsThrough(counts, enough), cancel);
        }
        catch (OperationCanceledException) { }
    }

    private static bool IsThrough(RunCounts counts, int orders) =>
        counts.Ended(RunCounts.OrderToCash) >= orders
            && counts.Ended(RunCounts.ToSage) >= counts.Of(RunCounts.OrderToCash, "done")
            && counts.Ended(RunCounts.Deal) >= counts.All(RunCounts.Deal);
}

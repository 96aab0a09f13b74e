using Isthmus.Cli.Csv;
using Isthmus.Cli.Replay;
using Isthmus.Cli.Replay.Planning;
using Isthmus.Cli.Replay.Reporting;
using Isthmus.Cli.Stack;
using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>./run replay ORDERS.csv</summary>
internal static class ReplayCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IAnsiConsole console, CancellationToken cancel)
    {
        var options = Options(args);
        var plan = Plan(options);
        var home = Places.NextReplay();
        var result = await PlayAsync(options, plan, home, cancel);
        if (options.Json) Console.Out.WriteLine(ReplayReport.Json(result));
        else ReplayReport.Print(result, console);
        if (result.Holds && !options.Keep) Directory.Delete(home, recursive: true);
        else Console.Error.WriteLine($"State and logs: {home}");
        return result.Holds ? 0 : 1;
    }

    private static ReplayOptions Options(IReadOnlyList<string> args)
    {
        var line = new CommandLine(args, ["--limit", "--concurrency", "--patience"], ["--json", "--keep"]);
        var defaults = new ReplayOptions { File = Path.GetFullPath(line.Words("ORDERS.csv")[0]) };
        return defaults with
        {
            Limit = line.Number("--limit", 1), Concurrency = line.Number("--concurrency", 1) ?? defaults.Concurrency,
            Patience = line.Number("--patience", 1) is { } seconds ? TimeSpan.FromSeconds(seconds) : defaults.Patience,
            Json = line.Has("--json"), Keep = line.Has("--keep")
        };
    }

    private static ReplayPlan Plan(ReplayOptions options)
    {
        if (!File.Exists(options.File)) throw new UsageException($"There is no file {options.File}.");
        try
        {
            var tables = RetailTables.Load(Path.Combine(Places.Root, "mappings"));
            return new ReplayPlanner(tables).Plan(RetailFile.Read(options.File), options.Limit);
        }
        catch (CsvException mistake) { throw new UsageException($"{options.File}, {mistake.Message}"); }
    }

    private static async Task<ReplayResult> PlayAsync(ReplayOptions options, ReplayPlan plan, string home,
        CancellationToken cancel)
    {
        var settings = new StackOptions { Root = Places.Root, Home = home, AppPort = 0, SandboxPort = 0, KeepSandbox = false };
        using var progress = new ProgressLine();
        progress.Say("Starting the app and the sandbox");
        await using var stack = await LocalStack.StartAsync(settings, cancel);
        return await new ReplayRun(stack, plan, options, progress.Say).RunAsync(cancel);
    }
}

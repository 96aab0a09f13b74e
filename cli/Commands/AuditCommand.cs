using System.Text.Json;
using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>./run audit verify: the running app reads its audit's chain from end to end.</summary>
internal static class AuditCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> args, IAnsiConsole console, CancellationToken cancel)
    {
        if (args.Count == 0 || args[0] != "verify") throw new UsageException("Say ./run audit verify [--month yyyyMM] [--port N].");
        var line = new CommandLine([.. args.Skip(1)], ["--port", "--month"], []);
        var month = line.Number("--month", 200001) is { } asked ? $"?month={asked}" : "";
        return RunningApp.AskAsync(line, async app => Show(console, await app.GetAsync("/api/audit/verify" + month, cancel)));
    }

    private static int Show(IAnsiConsole console, JsonElement verdict)
    {
        var month = verdict.GetProperty("month").GetString();
        if (verdict.GetProperty("ok").GetBoolean())
        {
            console.MarkupLineInterpolated($"The audit of {month} is whole: {verdict.GetProperty("entries").GetInt64()} entries.");
            console.MarkupLineInterpolated($"  Its head is {verdict.GetProperty("head").GetString() ?? "none"}.");
            if (verdict.GetProperty("from").GetInt64() is > 1 and var from)
                console.MarkupLineInterpolated($"  It begins with entry {from}: those before are past their retention.");
            return 0;
        }
        console.MarkupLineInterpolated($"[bold]The audit of {month} is broken.[/]");
        foreach (var found in verdict.GetProperty("breaks").EnumerateArray())
        {
            var (sequence, kind) = (found.GetProperty("sequence").GetInt64(), found.GetProperty("kind").GetString());
            console.MarkupLineInterpolated($"  entry {sequence}, {kind}: {found.GetProperty("message").GetString()}");
        }
        return 1;
    }
}

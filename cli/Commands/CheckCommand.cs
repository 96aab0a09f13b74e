using System.Text.Json;
using Isthmus.Cli.Clients;
using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>./run check [CONNECTION]: the running app tries its accounts.</summary>
internal static class CheckCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> args, IAnsiConsole console, CancellationToken cancel)
    {
        var line = new CommandLine(args, ["--port"], []);
        return RunningApp.AskAsync(line, async app =>
        {
            var well = true;
            foreach (var connection in await ConnectionsAsync(app, args, line, cancel))
                well &= Show(console, await app.GetAsync($"/api/connections/{Uri.EscapeDataString(connection)}/check", cancel));
            return well ? 0 : 1;
        });
    }

    private static async Task<IReadOnlyList<string>> ConnectionsAsync(
        AppClient app, IReadOnlyList<string> args, CommandLine line, CancellationToken cancel) =>
        args.Any(arg => !arg.StartsWith('-') && !int.TryParse(arg, out _))
            ? line.Words("CONNECTION")
            : [.. (await app.GetAsync("/api/connections", cancel)).EnumerateArray().Select(c =>
                c.GetProperty("id").GetString()!)];

    private static bool Show(IAnsiConsole console, JsonElement report)
    {
        var well = report.GetProperty("ok").GetBoolean();
        var verdict = well ? "is well" : "needs attention";
        console.MarkupLineInterpolated($"[bold]{Text(report, "connection")}[/] {verdict}");
        foreach (var step in report.GetProperty("steps").EnumerateArray())
        {
            console.MarkupLineInterpolated($"  {Text(step, "outcome"),-8} {Text(step, "name")}: {Text(step, "message")}");
            if (Text(step, "cure") is { Length: > 0 } cure) console.MarkupLineInterpolated($"           Cure: {cure}");
        }
        return well;
    }

    private static string Text(JsonElement step, string name) =>
        step.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}

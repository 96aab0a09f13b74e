using System.Text.Json;
using Isthmus.Cli.Clients;
using Isthmus.Cli.Stack;
using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>./run check [CONNECTION]: the running app tries its accounts.</summary>
internal static class CheckCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IAnsiConsole console, CancellationToken cancel)
    {
        var line = new CommandLine(args, ["--port"], []);
        var address = new Uri($"http://localhost:{line.Number("--port", 1) ?? StackOptions.UsualAppPort}");
        using var app = new AppClient(address, Places.Home);
        app.ReadKey();
        try
        {
            var well = true;
            foreach (var connection in await ConnectionsAsync(app, args, line, cancel))
                well &= Show(console, await app.GetAsync($"/api/connections/{Uri.EscapeDataString(connection)}/check", cancel));
            return well ? 0 : 1;
        }
        catch (HttpRequestException failure) when (failure.StatusCode is null && failure.InnerException is not null)
        {
            throw new StackException($"No app answers at {address}.", "Start it with ./run, or name its port with --port.");
        }
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

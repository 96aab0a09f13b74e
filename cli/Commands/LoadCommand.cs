using System.Text.Json;
using Isthmus.Cli.Clients;
using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>./run load KIND: the running app carries all items or customers; this follows it.</summary>
internal static class LoadCommand
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly string[] Actions = ["pause", "resume", "cancel"];

    public static Task<int> RunAsync(IReadOnlyList<string> args, IAnsiConsole console, CancellationToken cancel)
    {
        var line = new CommandLine(args, ["--port"], ["--dry-run", "--no-wait"]);
        var kind = line.Words("KIND")[0];
        return RunningApp.AskAsync(line, app => Actions.Contains(kind)
            ? SteerAsync(app, kind, console, cancel)
            : LoadAsync(app, kind, line, console, cancel));
    }

    private static async Task<int> LoadAsync(AppClient app, string kind, CommandLine line, IAnsiConsole console, CancellationToken cancel)
    {
        var load = await app.PostAsync("/api/loads", new { kind, dryRun = line.Has("--dry-run") }, cancel);
        var id = Text(load, "id");
        console.WriteLine($"Load {id}. Ctrl-C leaves it at work; ./run load pause, resume and cancel steer it.");
        return line.Has("--no-wait") ? 0 : await FollowAsync(app, id, console, cancel);
    }

    private static async Task<int> FollowAsync(AppClient app, string id, IAnsiConsole console, CancellationToken cancel)
    {
        JsonElement load;
        using (var progress = new ProgressLine())
        using (var timer = new PeriodicTimer(LookEvery, TimeProvider.System))
        {
            while (Text(load = await app.GetAsync("/api/loads/" + id, cancel), "state") == "running")
            {
                progress.Say(Text(load, "words"));
                await timer.WaitForNextTickAsync(cancel);
            }
        }
        console.WriteLine($"The load is {Text(load, "state")}. {Text(load, "words")}");
        return Text(load, "state") == "done" && load.GetProperty("counts").GetProperty("failed").GetInt64() == 0 ? 0 : 1;
    }

    /// <summary>The word is for every load that it can be done to; there is seldom more than one.</summary>
    private static async Task<int> SteerAsync(AppClient app, string action, IAnsiConsole console, CancellationToken cancel)
    {
        var loads = (await app.GetAsync("/api/loads", cancel)).GetProperty("items").EnumerateArray()
            .Where(load => load.GetProperty("actions").EnumerateArray().Any(offered => offered.GetString() == action)).ToList();
        foreach (var load in loads)
        {
            await app.PostAsync($"/api/loads/{Text(load, "id")}/{action}", cancel);
            console.WriteLine($"{Text(load, "id")}: {action} is on its way; it takes effect at the end of a page.");
        }
        if (loads.Count == 0) console.WriteLine($"There is no load to {action}.");
        return loads.Count == 0 ? 1 : 0;
    }

    private static string Text(JsonElement load, string name) => load.GetProperty(name).GetString()!;
}

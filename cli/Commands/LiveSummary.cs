using Isthmus.Cli.Clients;
using Isthmus.Cli.Stack;
using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>How many runs stand where: a table that changes on a terminal, a line at each change where it is piped.</summary>
internal sealed class LiveSummary(LocalStack stack, IAnsiConsole console)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly string[] States = ["running", "waiting", "held", "done", "deadLettered"];

    private string shown = "";

    public async Task ShowAsync(Func<RunCounts, bool> enough, CancellationToken cancel)
    {
        if (!console.Profile.Capabilities.Interactive) await LoopAsync(enough, Line, cancel);
        else await console.Live(new Text("")).StartAsync(live =>
            LoopAsync(enough, counts => live.UpdateTarget(Table(counts)), cancel));
    }

    private async Task LoopAsync(Func<RunCounts, bool> enough, Action<RunCounts> show, CancellationToken cancel)
    {
        while (true)
        {
            if (stack.Fallen is { } child)
                throw new StackException($"The {child.Name} ended (exit code {child.ExitCode}).", $"Read {child.LogFile}.");
            foreach (var complaint in stack.TakeComplaints()) console.WriteLine(complaint);
            var counts = await stack.App.CountsAsync(cancel);
            show(counts);
            if (enough(counts)) return;
            await Task.Delay(Pause, TimeProvider.System, cancel);
        }
    }

    private void Line(RunCounts counts)
    {
        if (counts.Fingerprint == shown) return;
        shown = counts.Fingerprint;
        foreach (var (flow, states) in counts.ByFlow)
            if (states.Count > 0) console.WriteLine($"{flow}: {string.Join(", ", states.Select(state => $"{state.Value} {state.Key}"))}");
    }

    private static Table Table(RunCounts counts)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("flow").AddColumns(States);
        foreach (var flow in counts.ByFlow.Keys)
            table.AddRow([flow, .. States.Select(state => counts.Of(flow, state)).Select(count => count == 0 ? "" : $"{count}")]);
        return table;
    }
}

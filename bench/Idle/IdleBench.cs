using Isthmus.Bench.Measuring;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Commands;

namespace Isthmus.Bench.Idle;

/// <summary>What does the app cost while there is nothing to do: share of one core, and resident memory?</summary>
internal static class IdleBench
{
    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--seconds"], []);
        var seconds = line.Number("--seconds", 1) ?? 60;
        await using var stack = await BenchStack.StartAsync([]);
        var report = new Report("idle", stack.Home);
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
        var app = stack.WatchApp();
        await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        report.End(new
        {
            seconds,
            cpuPercentOfOneCore = Math.Round(100 * app.CpuSeconds / seconds, 3),
            residentMb = app.ResidentMb,
            peakMb = app.PeakMb,
            bytesWritten = app.BytesWritten,
            saturated = "nothing",
        });
    }
}

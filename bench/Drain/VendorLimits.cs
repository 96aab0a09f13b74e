using Isthmus.Bench.Stack;
using Isthmus.Cli.Clients;

namespace Isthmus.Bench.Drain;

/// <summary>What the sandbox counted, and how far the orders are.</summary>
internal static class VendorLimits
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<(long Total, long Refused)> ReadAsync(BenchStack stack, string vendor)
    {
        var counts = (await stack.Local.Sandbox.GetAsync("/_sandbox/calls", CancellationToken.None)).GetProperty(vendor);
        return (counts.GetProperty("total").GetInt64(), counts.GetProperty("refused").GetInt64());
    }

    /// <summary>Completes when the vendor has seen so many calls: the backlog is there, and the code is warm.</summary>
    public static async Task UsedAsync(BenchStack stack, string vendor, int calls)
    {
        while ((await ReadAsync(stack, vendor)).Total < calls) await Task.Delay(Pause, TimeProvider.System);
    }

    /// <summary>Orders that have come to Sage.</summary>
    public static async Task<int> ThroughAsync(BenchStack stack) =>
        (await stack.Local.App.CountsAsync(CancellationToken.None)).Ended(RunCounts.ToSage);
}

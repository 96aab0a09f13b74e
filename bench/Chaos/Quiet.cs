using Isthmus.Bench.Chaos.Checks;
using Isthmus.Cli.Clients;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Chaos;

/// <summary>Waits until every order went its way and nothing is under way any more; lost webhooks are swept up.</summary>
internal sealed class Quiet(LocalStack stack, int orders, TimeSpan patience, Action<string> tell)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);

    /// <exception cref="ChaosException">Nothing moves any more although not everything is done.</exception>
    public async Task WaitAsync(CancellationToken cancel)
    {
        var (seen, movedAt, sweptAt) = ("", TimeProvider.System.GetTimestamp(), 0L);
        while (true)
        {
            if (stack.Fallen is { } fallen) throw ChaosException.Ended(fallen);
            if (sweptAt == 0 || TimeProvider.System.GetElapsedTime(sweptAt) > BetweenSweeps)
            {
                foreach (var connection in (string[])["stripe", "zoho-inventory"]) await stack.App.SweepAsync(connection, cancel);
                sweptAt = TimeProvider.System.GetTimestamp();
            }
            var counts = await stack.App.CountsAsync(cancel);
            var open = OpenWork.In(stack.Options.Home);
            tell($"Settling {orders} orders: {counts.Fingerprint}; {open}");
            if (IsOver(counts) && open.IsNone) return;
            var now = $"{counts.Fingerprint} {open}";
            if (now != seen) (seen, movedAt) = (now, TimeProvider.System.GetTimestamp());
            if (TimeProvider.System.GetElapsedTime(movedAt) > patience)
                throw new ChaosException($"It does not settle: nothing has moved for {patience.TotalSeconds:0} s. Runs: {counts.Fingerprint}. Open: {open}.");
            await Task.Delay(Pause, TimeProvider.System, cancel);
        }
    }

    private bool IsOver(RunCounts counts) =>
        counts.Ended(RunCounts.OrderToCash) >= orders && counts.Ended(RunCounts.ToSage) >= counts.Of(RunCounts.OrderToCash, "done")
        && counts.ByFlow.Keys.All(flow => counts.Ended(flow) == counts.All(flow));
}

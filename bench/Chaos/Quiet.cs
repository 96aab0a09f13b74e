using Isthmus.Bench.Chaos.Checks;
using Isthmus.Cli.Clients;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Chaos;

/// <summary>Waits until every order went its way and nothing is under way any more; lost webhooks are swept up.</summary>
internal sealed class Quiet(LocalStack stack, ChaosOptions options, Action<string> tell)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);
    private static readonly string[] Swept = ["stripe", "zoho-inventory"];

    /// <exception cref="ChaosException">Nothing moves any more although not everything is done.</exception>
    public async Task WaitAsync(CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sweeping = SweepAsync(end.Token);
        try { await SettleAsync(cancel); }
        finally
        {
            await end.CancelAsync();
            await sweeping;
        }
    }

    private async Task SettleAsync(CancellationToken cancel)
    {
        var (seen, movedAt) = ("", TimeProvider.System.GetTimestamp());
        while (true)
        {
            if (stack.Fallen is { } fallen) throw ChaosException.Ended(fallen);
            var counts = await TryAsync(() => stack.App.CountsAsync(cancel));
            var open = OpenWork.In(stack.Options.Home);
            if (!options.AwaitForgotten) open = open with { Events = 0 };
            if (counts is not null && IsOver(counts) && open.IsNone) return;
            var now = $"{counts?.Fingerprint ?? "no answer"}; {open}";
            tell($"Settling {options.Orders} orders: {now}");
            if (now != seen) (seen, movedAt) = (now, TimeProvider.System.GetTimestamp());
            if (TimeProvider.System.GetElapsedTime(movedAt) > options.Patience)
                throw new ChaosException($"It does not settle: nothing has moved for {options.Patience.TotalSeconds:0} s. {now}.");
            await Task.Delay(Pause, TimeProvider.System, cancel);
        }
    }

    /// <summary>What the timers do in minutes: looks for events that no webhook brought. The vendors may fail it.</summary>
    private async Task SweepAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            foreach (var connection in Swept)
                await TryAsync(() => stack.App.Http.PostAsync($"/api/connections/{connection}/sweep", null, end));
            await Task.Delay(BetweenSweeps, TimeProvider.System, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<T?> TryAsync<T>(Func<Task<T>> ask) where T : class
    {
        try { return await ask(); }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException) { return null; }
    }

    private bool IsOver(RunCounts counts) =>
        counts.Ended(RunCounts.OrderToCash) >= options.Orders && counts.Ended(RunCounts.ToSage) >= counts.Of(RunCounts.OrderToCash, "done")
        && counts.ByFlow.Keys.All(flow => counts.Ended(flow) == counts.All(flow));
}

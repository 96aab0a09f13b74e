using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Isthmus.Flows.Tests.Crash;

/// <summary>Plays one order of a new customer through both flows, under trouble, and proves what came of it.</summary>
internal sealed class OneOrder(WebApplication sandbox, Trouble trouble, Place place)
{
    private const decimal Total = 95.10m;
    private static readonly TimeSpan Nudge = TimeSpan.FromMilliseconds(400);

    /// <summary>The connectors' own retries would hide from the steps what went wrong.</summary>
    private static readonly (string, string)[] WithoutRetries =
    [
        ("Logging:LogLevel:Default", "None"),
        ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "None"),
        .. new[] { "stripe", "zoho-inventory", "sage-100" }.Select(vendor => ($"Isthmus:Connections:{vendor}:Limits:Retries", "0")),
    ];

    public async Task PlayAsync()
    {
        await using var world = await World.StartBesideAsync(
            sandbox, () => new TroubledCalls(trouble, place == Place.VendorCall), WithoutRetries);
        await world.StockAsync("BTL-1L", "CUP-2");
        world.Parts.Store.Faults = new TroubledWrites(trouble, place == Place.Write);
        trouble.Arm();
        var paid = await world.CheckoutAsync(Orders.Simple());
        await MetOrEndedAsync(world, paid);
        if (trouble is { Met.IsCompleted: true, Kills: true }) await world.CrashAndRestartAsync();
        trouble.Over();
        await ProveAsync(world, paid);
    }

    private async Task MetOrEndedAsync(World world, Checkout paid)
    {
        using var enough = new CancellationTokenSource();
        var ended = EndedAsync(world, paid, enough.Token);
        await Task.WhenAny(trouble.Met, ended);
        await enough.CancelAsync();
        await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task EndedAsync(World world, Checkout paid, CancellationToken cancellation)
    {
        var client = world.Parts.Engine.Client;
        await Ended(paid.RunId);
        var toSage = (await world.LedgerAsync()).SalesOrders.Single().GetProperty("salesorder_id").GetString();
        await Ended("so2sage-" + toSage);

        Task Ended(string instance) => Patience.UntilAsync<bool>(async () =>
        {
            cancellation.ThrowIfCancellationRequested();
            return await client.GetInstanceAsync(instance, cancellation) is { IsCompleted: true } ? true : null;
        });
    }

    /// <summary>What the vendors' own retries and the timers do in minutes is done at once: lost events are swept up.</summary>
    private static async Task ProveAsync(World world, Checkout paid)
    {
        using var done = new CancellationTokenSource();
        var nudging = NudgeAsync(world, done.Token);
        var ledger = await world.SettledAsync(paid);
        await EndedAsync(world, paid, CancellationToken.None);
        await done.CancelAsync();
        await nudging;

        ledger.HasOneOfEverything(Total);
        using var summary = JsonDocument.Parse(await world.App.GetStringAsync("/api/runs/summary"));
        foreach (var flow in new[] { "order-to-cash", "sales-order-to-sage" })
            Assert.Equal("""{"Done":1}""", summary.RootElement.GetProperty(flow).GetRawText());
        using var letters = JsonDocument.Parse(await world.App.GetStringAsync("/api/dead-letters"));
        Assert.Empty(letters.RootElement.GetProperty("items").EnumerateArray());
    }

    private static async Task NudgeAsync(World world, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Nudge);
        try
        {
            do await world.App.PostAsync("/api/connections/stripe/sweep", null, done);
            while (await timer.WaitForNextTickAsync(done));
        }
        catch (OperationCanceledException) { }
    }
}

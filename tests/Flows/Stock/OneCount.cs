using System.Text.Json;
using Isthmus.Core.Stock;
using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Stock;

/// <summary>Two items are counted in Sage and carried to Zoho, under trouble; proves what came of it.</summary>
internal sealed class OneCount(WebApplication sandbox, Trouble trouble, Place place)
{
    private static readonly (string, string)[] WithoutRetries =
    [
        ("Logging:LogLevel:Default", "None"),
        .. new[] { "zoho-inventory", "sage-100" }.Select(vendor => ($"Isthmus:Connections:{vendor}:Limits:Retries", "0")),
    ];

    public async Task PlayAsync()
    {
        await using var world = await World.StartBesideAsync(
            sandbox, () => new TroubledCalls(trouble, place == Place.VendorCall), WithoutRetries);
        var stock = new Storehouse(world);
        await world.StockAsync("BTL-1L", "CUP-2");
        await stock.CarryAsync();
        await stock.CountAsync("BTL-1L", 7);
        await stock.CountAsync("CUP-2", 5);
        world.Parts.Store.Faults = new TroubledWrites(trouble, place == Place.Write);
        trouble.Arm();
        await Task.WhenAny(trouble.Met, CarriedAsync(world, stock));
        trouble.Disarm();
        if (trouble is { Met.IsCompleted: true, Kills: true }) await world.CrashAndRestartAsync();
        trouble.Over();
        await CarriedAsync(world, stock);
        Assert.Equal((7m, 5m), (await stock.InZohoAsync("BTL-1L"), await stock.InZohoAsync("CUP-2")));
        Assert.Equal(1, await stock.AdjustmentsAsync());
        using var letters = JsonDocument.Parse(await world.App.GetStringAsync("/api/dead-letters"));
        Assert.Empty(letters.RootElement.GetProperty("items").EnumerateArray());
    }

    /// <summary>What the timer does each half minute is done at once, until nothing is left on its way.</summary>
    private static Task<bool> CarriedAsync(World world, Storehouse stock) => Patience.UntilAsync<bool>(async () =>
    {
        try
        {
            var runs = (await stock.LookAsync()).GetProperty("runs").EnumerateArray().Select(run => run.GetString()!).ToList();
            foreach (var run in runs) await EndedAsync(world, run);
            return (await world.Services.GetRequiredService<StockStore>().WantedAsync()).Count == 0 ? true : null;
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or HttpRequestException or JsonException or ObjectDisposedException)
        {
            return null;
        }
    });

    private static Task<bool> EndedAsync(World world, string run) => Patience.UntilAsync<bool>(async () =>
        await world.Parts.Engine.Client.GetInstanceAsync(run) is { IsCompleted: true } ? true : null);
}

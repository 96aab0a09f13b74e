using Isthmus.Flows.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Stock;

/// <summary>Counts, receipts, orders and lost answers in a random order; at rest both systems have the same to sell.</summary>
public sealed class When_stock_changes_at_random(ITestOutputHelper output)
{
    private static readonly string[] Skus = ["BTL-1L", "CUP-2", "MUG-3"];

    [Fact]
    public async Task Zoho_has_at_rest_what_Sage_has()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_SEED"), out var given) ? given : Environment.TickCount;
        output.WriteLine($"ISTHMUS_SEED={seed}");
        var random = new Random(seed);
        await using var world = await World.StartAsync();
        await world.StockAsync(Skus);
        var stock = new Storehouse(world);
        for (var deed = 0; deed < 25; deed++) await DoAsync(random, world, stock);
        await world.HealAsync();
        await RestAsync(world, stock);

        foreach (var sku in Skus) Assert.Equal(await stock.InSageAsync(sku), await stock.InZohoAsync(sku));
    }

    private static async Task DoAsync(Random random, World world, Storehouse stock)
    {
        switch (random.Next(5))
        {
            case 0: await stock.CountAsync(Skus[random.Next(3)], random.Next(200)); break;
            case 1: await stock.AdjustAsync(Skus[random.Next(3)], random.Next(-20, 40)); break;
            case 2: await world.CheckoutAsync(Orders.With("id", $"WEB-{random.Next()}")); break;
            case 3: await stock.LookAsync(full: random.Next(4) == 0); break;
            default:
                await world.FaultAsync(new { vendor = "zoho-inventory", match = "/inventory/v1/inventoryadjustments", kind = "drop-after", count = 1 });
                break;
        }
    }

    /// <summary>Orders settle, then everything that they moved is carried.</summary>
    private static async Task RestAsync(World world, Storehouse stock)
    {
        await Patience.UntilAsync<bool>(async () =>
        {
            var summary = await world.App.GetStringAsync("/api/runs/summary");
            return summary.Contains("Running") || summary.Contains("Waiting") ? null : true;
        });
        while ((await stock.CarryAsync(full: true)).Count > 0) { }
    }
}

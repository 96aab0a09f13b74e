using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Stock;

/// <summary>
/// Counts, receipts, orders, shipments, corrections by hand and lost answers in a random order; at rest both systems have the same to
/// sell.
/// </summary>
public sealed class When_stock_changes_at_random(ITestOutputHelper output)
{
    private static readonly string[] Skus = ["BTL-1L", "CUP-2", "MUG-3"];
    private int orders;

    [Fact]
    public async Task Zoho_has_at_rest_what_Sage_has()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_SEED"), out var given) ? given : Environment.TickCount;
        output.WriteLine($"ISTHMUS_SEED={seed}");
        var random = new Random(seed);
        await using var world = await World.StartAsync(("Isthmus:Stock:Overselling", "flag"));
        await world.StockAsync(Skus);
        var stock = new Storehouse(world);
        for (var deed = 0; deed < 25; deed++) await DoAsync(random, world, stock);
        await world.HealAsync();
        await RestAsync(world, stock);

        foreach (var sku in Skus) Assert.Equal(await stock.InSageAsync(sku), await stock.InZohoAsync(sku));
    }

    private async Task DoAsync(Random random, World world, Storehouse stock)
    {
        switch (random.Next(7))
        {
            case 0: await stock.CountAsync(Skus[random.Next(3)], random.Next(200)); break;
            case 1: await stock.AdjustAsync(Skus[random.Next(3)], random.Next(-20, 40)); break;
            case 2: orders++; await world.CheckoutAsync(Orders.With("id", $"WEB-{random.Next()}")); break;
            case 3: await stock.LookAsync(full: random.Next(4) == 0); break;
            case 4: await stock.AdjustInZohoAsync(Skus[random.Next(3)], random.Next(1, 20) * ((random.Next(2) * 2) - 1)); break;
            case 5: await ShipAsync(random, world); break;
            default:
                await world.FaultAsync(
                    new { vendor = "zoho-inventory", match = "/inventory/v1/inventoryadjustments", kind = "drop-after", count = 1 });
                break;
        }
    }

    private static async Task<int> DoneAsync(World world, string flow) =>
        (await world.App.GetFromJsonAsync<JsonElement>("/api/runs/summary")).GetProperty(flow)
            .TryGetProperty("Done", out var done) ? done.GetInt32() : 0;

    private static async Task ShipAsync(Random random, World world)
    {
        var open = (await world.LedgerAsync()).SalesOrders
            .Where(order => order.GetProperty("status").GetString() is "confirmed" or "open" or "invoiced").ToList();
        if (open.Count == 0) return;
        var number = open[random.Next(open.Count)].GetProperty("salesorder_number").GetString();
        // An order that is shipped already is refused; nothing is to be shipped then.
        await world.Sandbox.PostAsync($"/_sandbox/zoho-inventory/salesorders/{number}/ship", JsonContent.Create(new { }));
    }

    /// <summary>Orders settle, then everything that they moved is carried.</summary>
    private async Task RestAsync(World world, Storehouse stock)
    {
        await Patience.UntilAsync<bool>(async () => await DoneAsync(world, "sales-order-to-sage") == orders ? true : null);
        while ((await stock.CarryAsync(full: true)).Count > 0) { }
    }
}

using Isthmus.Flows.Tests.Histories;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Stock;

/// <summary>Keeps the history of a batch, with ISTHMUS_RECORD=1.</summary>
public sealed class When_a_batch_of_stock_is_recorded
{
    [Fact]
    public async Task It_went_all_the_way()
    {
        await using var world = await World.StartAsync();
        await world.StockAsync("BTL-1L");
        var stock = new Storehouse(world);
        await stock.CountAsync("BTL-1L", 7);
        var run = Assert.Single(await stock.CarryAsync()).GetProperty("id").GetString()!;
        await world.OverAsync(run);
        if (Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1")
            await KeptHistory.KeepAsync("stock-to-zoho.carried", world.Parts.Engine.Client, run);
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Stock;

public sealed class When_stock_changes_in_Sage : IAsyncLifetime
{
    private World world = null!;
    private Storehouse stock = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync();
        stock = new Storehouse(world);
        await world.StockAsync("BTL-1L", "CUP-2", "MUG-3");
        await stock.CarryAsync();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Zoho_shows_it()
    {
        await stock.CountAsync("BTL-1L", 7);
        await stock.CountAsync("CUP-2", 0);

        var run = Assert.Single(await stock.CarryAsync());

        Assert.Equal("2 read: 2 written, 0 unchanged, 0 skipped, 0 failed.", run.GetProperty("outcome").GetString());
        Assert.Equal((7m, 0m, 1000m), (await stock.InZohoAsync("BTL-1L"), await stock.InZohoAsync("CUP-2"), await stock.InZohoAsync("MUG-3")));
    }

    [Fact]
    public async Task Many_changes_are_one_document()
    {
        await stock.CountAsync("BTL-1L", 1);
        await stock.CountAsync("CUP-2", 2);
        await stock.CountAsync("MUG-3", 3);
        await stock.CarryAsync();
        Assert.Equal(1, await stock.AdjustmentsAsync());
    }

    [Fact]
    public async Task Each_warehouse_has_its_location()
    {
        await stock.CountAsync("BTL-1L", 12, "001");
        await stock.CarryAsync();
        Assert.Equal((1000m, 12m), (await stock.InZohoAsync("BTL-1L"), await stock.InZohoAsync("BTL-1L", "Overflow")));
    }

    [Fact]
    public async Task A_warehouse_without_a_location_is_skipped()
    {
        await stock.CountAsync("BTL-1L", 12, "002");
        var counts = (await stock.LookAsync(full: true)).GetProperty("counts");
        Assert.Equal((4, 0, 3, 1), (Count("read"), Count("taken"), Count("unchanged"), Count("skipped")));

        int Count(string name) => counts.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task What_did_not_change_costs_no_call_to_Zoho()
    {
        var before = await world.CallsAsync("zoho-inventory");
        await stock.CarryAsync();
        Assert.Equal(before, await world.CallsAsync("zoho-inventory"));
    }

    [Fact]
    public async Task A_change_without_its_stamp_is_found_by_the_full_sweep()
    {
        await world.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { stockStamps = false } });
        await world.PassTimeAsync(TimeSpan.FromHours(1));
        await stock.CarryAsync();
        await stock.CountAsync("BTL-1L", 7);

        Assert.Empty(await stock.CarryAsync());
        Assert.Single(await stock.CarryAsync(full: true));
        Assert.Equal(7m, await stock.InZohoAsync("BTL-1L"));
    }

    [Fact]
    public async Task A_quantity_that_somebody_changed_in_Zoho_is_corrected_by_the_full_sweep()
    {
        await stock.AdjustInZohoAsync("BTL-1L", -40);
        Assert.Empty(await stock.CarryAsync());
        Assert.Equal(960m, await stock.InZohoAsync("BTL-1L"));

        Assert.Single(await stock.CarryAsync(full: true));
        Assert.Equal(1000m, await stock.InZohoAsync("BTL-1L"));
        Assert.Empty(await stock.CarryAsync(full: true));
    }

    [Fact]
    public async Task An_order_that_began_in_Stripe_needs_no_correction()
    {
        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple()));
        await stock.CarryAsync();
        Assert.Equal((0, 997m), (await stock.AdjustmentsAsync(), await stock.InZohoAsync("BTL-1L")));
    }

    [Fact]
    public async Task A_lost_answer_does_not_count_twice()
    {
        await stock.CountAsync("BTL-1L", 7);
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "POST /inventory/v1/inventoryadjustments", kind = "drop-after", count = 1 });
        await stock.CarryAsync();
        Assert.Equal((1, 7m), (await stock.AdjustmentsAsync(), await stock.InZohoAsync("BTL-1L")));
    }

    [Fact]
    public async Task A_quantity_that_Zoho_refuses_does_not_keep_its_neighbours()
    {
        await world.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["zoho-inventory"] = new { refuseNegativeStock = true } });
        await stock.CountAsync("BTL-1L", -5);
        await stock.CountAsync("CUP-2", 8);
        await stock.CountAsync("MUG-3", 9);

        var run = Assert.Single(await stock.CarryAsync());
        Assert.Equal("3 read: 2 written, 0 unchanged, 0 skipped, 1 failed.", run.GetProperty("outcome").GetString());
        Assert.Equal((8m, 9m), (await stock.InZohoAsync("CUP-2"), await stock.InZohoAsync("MUG-3")));
        Assert.Equal("BTL-1L", Assert.Single(await LettersAsync()).GetProperty("runId").GetString()![6..^4]);

        await stock.CountAsync("BTL-1L", 5);
        await stock.CarryAsync();
        Assert.Equal(5m, await stock.InZohoAsync("BTL-1L"));
        Assert.Empty(await LettersAsync());
    }

    [Fact]
    public async Task A_crash_loses_nothing_and_counts_nothing_twice()
    {
        await stock.CountAsync("BTL-1L", 7);
        await stock.LookAsync();
        await world.CrashAndRestartAsync();
        await Patience.UntilAsync<bool>(async () => await stock.InZohoAsync("BTL-1L") == 7 ? true : null);
        await stock.CarryAsync();
        Assert.Equal((1, 7m), (await stock.AdjustmentsAsync(), await stock.InZohoAsync("BTL-1L")));
    }

    private async Task<IReadOnlyList<JsonElement>> LettersAsync() =>
        [.. (await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray()];
}

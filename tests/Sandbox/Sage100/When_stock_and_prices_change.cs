namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_stock_and_prices_change : Agent
{
    private static readonly object Place = new { ItemCode = "GASKET-12", WarehouseCode = "000" };

    [Fact]
    public async Task A_price_changed_by_a_person_leaves_the_rest_and_names_that_person()
    {
        await Sandbox.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.75 } });
        var item = await ReadAsync("CI_Item", new { ItemCode = "GASKET-12" });
        Assert.Equal((4.75m, "Gasket", 100m, "MWEBB"), (Number(item, "StandardUnitPrice"), Text(item, "ItemCodeDesc"),
            Number(item, "TotalQuantityOnHand"), Text(item, "UserUpdatedKey")));
        var ours = await WriteAsync("CI_Item", "update", new { ItemCode = "GASKET-12" }, new { StandardUnitPrice = 5m, InactiveItem = "Y" });
        Assert.Equal((5m, "Y", "ISTHMUS"), (Number(ours, "StandardUnitPrice"), Text(ours, "InactiveItem"), Text(ours, "UserUpdatedKey")));
    }

    [Fact]
    public async Task A_count_and_a_correction_are_per_warehouse()
    {
        await Sandbox.PostAsync("/_sandbox/sage-100/stock", new object[]
        {
            new { itemCode = "GASKET-12", warehouse = "001", onHand = 7 }, new { itemCode = "GASKET-12", adjust = -2.5 }
        });
        Assert.Equal(97.5m, Number(await ReadAsync("IM_ItemWarehouse", Place), "QuantityOnHand"));
        Assert.Equal(7m, Number(await ReadAsync("IM_ItemWarehouse", new { ItemCode = "GASKET-12", WarehouseCode = "001" }), "QuantityOnHand"));
        Assert.Equal(104.5m, Number(await ReadAsync("CI_Item", new { ItemCode = "GASKET-12" }), "TotalQuantityOnHand"));
    }

    [Fact]
    public async Task An_adjustment_moves_stock_when_it_is_posted()
    {
        var entry = await WriteAsync("IM_Transaction", "create", new { EntryNo = "1" }, new { TransactionType = "A" },
            new[] { new { ItemCode = "GASKET-12", TransactionQty = -3 } });
        Assert.Equal("written", Outcome(entry));
        Assert.Equal(100m, Number(await ReadAsync("IM_ItemWarehouse", Place), "QuantityOnHand"));
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        Assert.Equal(97m, Number(await ReadAsync("IM_ItemWarehouse", Place), "QuantityOnHand"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whether_a_posting_moves_the_stamps_is_the_hosts_affair(bool moves)
    {
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { stockStamps = moves } });
        await CustomerAsync("ZC1");
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 86_400 * 2 });
        var now = Text(await CustomerAsync("ZC2"), "DateUpdated");
        await OrderAsync("1");
        var changed = await CallAsync("query", new { @object = "IM_ItemWarehouse", updatedSince = new { date = now, time = "0.0" } });
        Assert.Equal((12m, moves ? 1 : 0), (await CommittedAsync(), changed["rows"]!.AsArray().Count));
    }

    [Fact]
    public async Task What_is_written_is_posted_at_once_where_the_host_is_set_so()
    {
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { autoPost = true } });
        await WriteAsync("IM_Transaction", "create", new { EntryNo = "1" }, new { TransactionType = "R" },
            new[] { new { ItemCode = "GASKET-12", TransactionQty = 5 } });
        Assert.Equal(105m, Number(await ReadAsync("IM_ItemWarehouse", Place), "QuantityOnHand"));
    }
}

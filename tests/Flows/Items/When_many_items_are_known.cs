using Isthmus.Core.Items;
using Isthmus.Flows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Items;

public sealed class When_many_items_are_known
{
    [Fact]
    public async Task The_few_that_changed_are_found_wherever_they_lie()
    {
        await using var world = await World.StartAsync();
        var store = world.Services.GetRequiredService<ItemStore>();
        Assert.Equal(300, await store.TakeAsync("test", [.. Enumerable.Range(0, 300).Select(n => Item(n, "a"))]));

        Assert.Equal(2, await store.TakeAsync("test", [Item(3, "a"), Item(70, "b"), Item(150, "a"), Item(299, "b")]));
        Assert.Equal(0, await store.TakeAsync("test", [Item(70, "b"), Item(299, "b")]));
        Assert.Equal("b", (await store.FindAsync("test", "IT/070"))!.Mark);
    }

    [Fact]
    public async Task A_newer_content_is_not_settled_with_an_older_one()
    {
        await using var world = await World.StartAsync();
        var store = world.Services.GetRequiredService<ItemStore>();
        await store.TakeAsync("test", [Item(1, "a")]);
        var older = (await store.FindAsync("test", "IT/001"))!;
        await store.TakeAsync("test", [Item(1, "b")]);
        Assert.False(await store.SettleAsync("test", older));
        await store.LeaveAsync("test", older);
        Assert.Equal("IT/001", Assert.Single(await store.WaitingAsync("test", 10)));
        Assert.True(await store.SettleAsync("test", (await store.FindAsync("test", "IT/001"))!));
        Assert.Empty(await store.WaitingAsync("test", 10));
    }

    [Fact]
    public async Task Catalogues_that_were_kept_apart_are_compared_in_a_few_calls()
    {
        await using var world = await World.StartAsync(("Isthmus:Items:Direction", "sage-to-zoho"));
        var skus = Enumerable.Range(0, 150).Select(n => $"IT-{n:D3}").ToList();
        await world.PostAsync("/_sandbox/zoho-inventory/items", skus.Select(sku => new { sku, name = sku, rate = 2.5, unit = "EACH", stock = 1 }));
        await world.PostAsync("/_sandbox/sage-100/items", skus.Select(sku => new { itemCode = sku, description = sku, price = 2.5, stock = 1 }));
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "GET /inventory/v1/item", kind = "latency", delayMs = 100 });
        var before = await world.CallsAsync("zoho-inventory");
        var runs = await new ItemDesk(world).CarryAsync();
        Assert.All(runs, run => Assert.Equal("Zoho shows it already.", run.GetProperty("outcome").GetString()));
        Assert.InRange(await world.CallsAsync("zoho-inventory") - before, 1, 75);
    }

    private static ReadItem Item(int n, string mark) => new($"IT/{n:D3}", mark, "{}");
}

using Isthmus.Flows.Tests.Histories;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Items;

/// <summary>Keeps the histories of both directions, with ISTHMUS_RECORD=1.</summary>
public sealed class When_the_flows_of_items_are_recorded
{
    [Fact]
    public async Task An_item_went_from_Sage_to_Zoho()
    {
        await using var world = await World.StartAsync(("Isthmus:Items:Direction", "sage-to-zoho"));
        var items = new ItemDesk(world);
        await items.EnterAsync(new { itemCode = "BTL-1L", description = "Bottle", price = 1 });
        Assert.Equal("done", Assert.Single(await items.CarryAsync()).GetProperty("state").GetString());
        await KeepAsync(world, "item-to-zoho.written", "item-BTL-1L");
    }

    [Fact]
    public async Task An_item_that_Zoho_refuses_is_a_dead_letter()
    {
        await using var world = await World.StartAsync(("Isthmus:Items:Direction", "sage-to-zoho"));
        var items = new ItemDesk(world);
        await items.EnterAsync(new { itemCode = "BAD-1", description = "Bad", price = -1 });
        Assert.Equal("deadLettered", Assert.Single(await items.CarryAsync()).GetProperty("state").GetString());
        await KeepAsync(world, "item-to-zoho.refused", "item-BAD-1");
    }

    [Fact]
    public async Task An_item_went_from_Zoho_to_Sage()
    {
        await using var world = await World.StartAsync(("Isthmus:Items:Direction", "zoho-to-sage"));
        var items = new ItemDesk(world);
        await items.ByHandAsync("POST", "/items", new { name = "Cup", sku = "CUP-2", rate = 3 });
        var run = Assert.Single(await items.CarryAsync());
        Assert.Equal("done", run.GetProperty("state").GetString());
        await KeepAsync(world, "item-to-sage.written", run.GetProperty("id").GetString()!);
    }

    private static async Task KeepAsync(World world, string name, string run)
    {
        await world.OverAsync(run);
        if (Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1") await KeptHistory.KeepAsync(name, world.Parts.Engine.Client, run);
    }
}

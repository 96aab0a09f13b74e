using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Items;

/// <summary>A new item and a new price of another, from Sage to Zoho.</summary>
internal sealed class ItemsFromSage : Scenario
{
    public override (string, string)[] Settings => [("Isthmus:Items:Direction", "sage-to-zoho")];

    public override async Task PrepareAsync(World world)
    {
        var items = new ItemDesk(world);
        await items.EnterAsync(new { itemCode = "BTL-1L", description = "Bottle", price = 1 });
        await items.CarryAsync();
    }

    public override async Task BeginAsync(World world)
    {
        await new ItemDesk(world).EnterAsync(
            new { itemCode = "BTL-1L", price = 2, inactive = true }, new { itemCode = "CUP-2", description = "Cup", price = 3 });
        await world.App.PostAsync("/api/items/sweep", null);
    }

    public override async Task EndedAsync(World world, CancellationToken cancellation)
    {
        foreach (var code in new[] { "BTL-1L", "CUP-2" })
        {
            await Patience.UntilAsync<bool>(async () =>
            {
                cancellation.ThrowIfCancellationRequested();
                return await new ItemDesk(world).InZohoAsync(code) is { } item && item.GetProperty("rate").GetDecimal() > 1 ? true : null;
            });
            await OverAsync(world, "item-" + code, cancellation);
        }
    }

    public override Task NudgeAsync(World world, CancellationToken cancellation) => world.App.PostAsync("/api/items/sweep", null, cancellation);

    public override async Task ProveAsync(World world)
    {
        var items = new ItemDesk(world);
        var (bottle, cup) = ((await items.InZohoAsync("BTL-1L"))!.Value, (await items.InZohoAsync("CUP-2"))!.Value);
        Assert.Equal((2m, "inactive", 3m), (Rate(bottle), bottle.GetProperty("status").GetString(), Rate(cup)));

        decimal Rate(System.Text.Json.JsonElement item) => item.GetProperty("rate").GetDecimal();
    }
}

/// <summary>A new item, from Zoho to Sage.</summary>
internal sealed class ItemFromZoho : Scenario
{
    private string id = "";

    public override (string, string)[] Settings => [("Isthmus:Items:Direction", "zoho-to-sage")];

    public override async Task BeginAsync(World world)
    {
        var made = await new ItemDesk(world).ByHandAsync("POST", "/items", new { name = "Cup", sku = "CUP-2", rate = 3 });
        id = made.GetProperty("item").GetProperty("item_id").GetString()!;
        await world.App.PostAsync("/api/items/sweep", null);
    }

    public override Task EndedAsync(World world, CancellationToken cancellation) => OverAsync(world, "item2sage-" + id, cancellation);

    public override Task NudgeAsync(World world, CancellationToken cancellation) => world.App.PostAsync("/api/items/sweep", null, cancellation);

    public override async Task ProveAsync(World world) =>
        Assert.Equal(3m, (await new ItemDesk(world).InSageAsync("CUP-2"))!.Value.GetProperty("StandardUnitPrice").GetDecimal());
}

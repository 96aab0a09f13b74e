using System.Text.Json;
using Isthmus.Core.Items;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.Items.ToSage;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Items;

public sealed class When_items_change_in_Zoho : IAsyncLifetime
{
    private World world = null!;
    private ItemDesk items = null!;
    private string id = "";

    public async Task InitializeAsync()
    {
        world = await World.StartAsync(("Isthmus:Items:Direction", "zoho-to-sage"));
        items = new ItemDesk(world);
        id = await MakeAsync(new
        {
            name = "Steel bottle 1L", sku = "btl-1l", rate = 29.5, unit = "pcs", item_type = "inventory", product_type = "goods"
        });
        await items.CarryAsync();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_new_item_comes_to_Sage_under_its_SKU()
    {
        var item = (await items.InSageAsync("BTL-1L"))!.Value;
        Assert.Equal(("Steel bottle 1L", 29.5m, "1", "FG", "N", "zoho:" + id),
            (Text(item, "ItemCodeDesc"), item.GetProperty("StandardUnitPrice").GetDecimal(), Text(item, "ItemType"), Text(item, "ProductLine"),
                Text(item, "InactiveItem"), Text(item, "UDF_EXTERNAL_ID")));
    }

    [Fact]
    public async Task A_change_is_heard_by_webhook()
    {
        await world.PostAsync("/_sandbox/zoho-inventory/webhooks", new
        {
            url = new Uri(world.App.BaseAddress!, "/api/webhooks/zoho-inventory"), secret = "zohoSandboxToken123",
            rules = new[] { "item.created", "item.edited" },
        });
        await items.ByHandAsync("PUT", $"/items/{id}", new { rate = 31 });
        await Patience.UntilAsync<bool>(async () =>
            (await items.InSageAsync("BTL-1L"))!.Value.GetProperty("StandardUnitPrice").GetDecimal() == 31m ? true : null);
    }

    [Fact]
    public async Task An_item_that_becomes_inactive_does_so_in_Sage()
    {
        await items.ByHandAsync("POST", $"/items/{id}/inactive");
        await items.CarryAsync();
        Assert.Equal("Y", Text((await items.InSageAsync("BTL-1L"))!.Value, "InactiveItem"));
    }

    [Fact]
    public async Task An_item_without_an_SKU_stays_in_Zoho()
    {
        await MakeAsync(new { name = "Idea" });
        var counts = (await items.LookAsync(full: true)).GetProperty("counts");
        Assert.Equal((2, 0, 1, 1), (Count("read"), Count("taken"), Count("unchanged"), Count("skipped")));

        int Count(string name) => counts.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task An_item_that_Sage_has_already_is_taken_as_it_is()
    {
        await items.EnterAsync(new { itemCode = "CUP-2", description = "Cup", price = 2.5 });
        await MakeAsync(new { name = "Cup", sku = "CUP-2", rate = 2.75, unit = "EACH" });
        await items.CarryAsync();
        Assert.Equal(2.75m, (await items.InSageAsync("CUP-2"))!.Value.GetProperty("StandardUnitPrice").GetDecimal());
    }

    [Fact]
    public async Task An_item_that_Sage_cannot_hold_does_not_keep_its_neighbours()
    {
        await MakeAsync(new { name = "Long", sku = "AN-SKU-OF-MORE-THAN-THIRTY-CHARACTERS" });
        await MakeAsync(new { name = "Good", sku = "GOOD-1", rate = 1 });
        await items.CarryAsync();
        Assert.NotNull(await items.InSageAsync("GOOD-1"));
        var letter = Assert.Single(await items.LettersAsync());
        Assert.Equal("item-to-sage", Text(letter, "flow"));
        Assert.NotEqual("", Text(letter.GetProperty("failure"), "cure"));
    }

    [Fact]
    public async Task An_item_that_somebody_deleted_in_Zoho_stays_in_Sage()
    {
        await items.ByHandAsync("DELETE", $"/items/{id}");
        await world.Services.GetRequiredService<ItemStore>().WantAsync(ZohoItemFeed.Source, new ReadItem(id, "changed"));
        Assert.Equal("ignored", Text(Assert.Single(await items.CarryAsync()), "state"));
        Assert.NotNull(await items.InSageAsync("BTL-1L"));
    }

    private async Task<string> MakeAsync(object item) => Text((await items.ByHandAsync("POST", "/items", item)).GetProperty("item"), "item_id");

    private static string Text(JsonElement record, string name) => record.GetProperty(name).ToString();
}

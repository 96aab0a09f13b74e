using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Items;

public sealed class When_items_change_in_Sage : IAsyncLifetime
{
    private World world = null!;
    private ItemDesk items = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync(("Isthmus:Items:Direction", "sage-to-zoho"));
        items = new ItemDesk(world);
        await items.EnterAsync(new { itemCode = "BTL-1L", description = "Steel bottle 1L", price = 29.5 });
        await items.CarryAsync();
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_new_item_comes_to_Zoho()
    {
        var item = (await items.InZohoAsync("BTL-1L"))!.Value;
        Assert.Equal(("Steel bottle 1L", 29.5m, "active", "inventory", "EACH"),
            (Text(item, "name"), item.GetProperty("rate").GetDecimal(), Text(item, "status"), Text(item, "item_type"), Text(item, "unit")));
    }

    [Fact]
    public async Task A_changed_price_is_one_call()
    {
        await items.EnterAsync(new { itemCode = "BTL-1L", price = 31.25 });
        var before = await world.CallsAsync("zoho-inventory");
        Assert.Equal("Changed in Zoho.", Text(Assert.Single(await items.CarryAsync()), "outcome"));
        Assert.Equal(1, await world.CallsAsync("zoho-inventory") - before);
        Assert.Equal((31.25m, "Steel bottle 1L"), (await RateAsync("BTL-1L"), Text((await items.InZohoAsync("BTL-1L"))!.Value, "name")));
    }

    [Fact]
    public async Task A_new_stamp_without_a_change_is_no_run_and_no_call()
    {
        await items.EnterAsync(new { itemCode = "BTL-1L" });
        var before = await world.CallsAsync("zoho-inventory");
        Assert.Empty(await items.CarryAsync());
        Assert.Equal(before, await world.CallsAsync("zoho-inventory"));
        Assert.Empty(await items.CarryAsync(full: true));
    }

    [Fact]
    public async Task What_somebody_changed_in_Zoho_is_undone_by_the_full_sweep()
    {
        var id = Text((await items.InZohoAsync("BTL-1L"))!.Value, "item_id");
        await items.ByHandAsync("PUT", $"/items/{id}", new { rate = 12, description = "A note of our own" });
        Assert.Empty(await items.CarryAsync());
        Assert.Equal("Changed in Zoho.", Text(Assert.Single(await items.CarryAsync(full: true)), "outcome"));
        Assert.Equal((29.5m, "A note of our own"), (await RateAsync("BTL-1L"), Text((await items.InZohoAsync("BTL-1L"))!.Value, "description")));

        await items.ByHandAsync("POST", $"/items/{id}/inactive");
        await items.CarryAsync(full: true);
        Assert.Equal("active", Text((await items.InZohoAsync("BTL-1L"))!.Value, "status"));
        Assert.Empty(await items.CarryAsync(full: true));
    }

    [Fact]
    public async Task A_change_without_its_stamp_is_found_by_the_full_sweep()
    {
        await world.PassTimeAsync(TimeSpan.FromHours(1));
        await items.CarryAsync();
        await items.EnterAsync(new { itemCode = "BTL-1L", price = 31, stamped = false });
        Assert.Empty(await items.CarryAsync());
        Assert.Single(await items.CarryAsync(full: true));
        Assert.Equal(31m, await RateAsync("BTL-1L"));
    }

    [Fact]
    public async Task An_item_that_becomes_inactive_does_so_in_Zoho_and_comes_back()
    {
        await items.EnterAsync(new { itemCode = "BTL-1L", inactive = true });
        await items.CarryAsync();
        Assert.Equal("inactive", Text((await items.InZohoAsync("BTL-1L"))!.Value, "status"));
        await items.EnterAsync(new { itemCode = "BTL-1L", inactive = false });
        await items.CarryAsync();
        Assert.Equal("active", Text((await items.InZohoAsync("BTL-1L"))!.Value, "status"));
    }

    [Fact]
    public async Task An_inactive_item_that_Zoho_never_had_stays_in_Sage()
    {
        await items.EnterAsync(new { itemCode = "OLD-9", description = "Old", inactive = true });
        Assert.Equal("ignored", Text(Assert.Single(await items.CarryAsync()), "state"));
        Assert.Null(await items.InZohoAsync("OLD-9"));
    }

    [Fact]
    public async Task Miscellaneous_items_have_no_stock_and_charges_stay_in_Sage()
    {
        await items.EnterAsync(
            new { itemCode = "ENGRAVE", description = "Engraving", price = 5, itemType = "5" },
            new { itemCode = "/PALLET", description = "Pallet", itemType = "3" });
        Assert.Single(await items.CarryAsync());
        Assert.Equal("service", Text((await items.InZohoAsync("ENGRAVE"))!.Value, "product_type"));
        Assert.Null(await items.InZohoAsync("/PALLET"));
    }

    [Fact]
    public async Task Two_items_of_one_name_keep_apart()
    {
        await world.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["zoho-inventory"] = new { uniqueItemNames = true } });
        await items.EnterAsync(new { itemCode = "BTL-2L", description = "Steel bottle 1L", price = 40 });
        await items.CarryAsync();
        Assert.Equal("Steel bottle 1L (BTL-2L)", Text((await items.InZohoAsync("BTL-2L"))!.Value, "name"));
        await items.EnterAsync(new { itemCode = "BTL-2L", price = 41 });
        await items.CarryAsync();
        Assert.Equal(41m, await RateAsync("BTL-2L"));
    }

    [Fact]
    public async Task An_item_that_Zoho_has_already_is_taken_as_it_is()
    {
        await items.ByHandAsync(
            "POST", "/items",
            new { name = "Cup", sku = "CUP-2", rate = 2.5, unit = "EACH", item_type = "inventory", product_type = "goods" });
        await items.EnterAsync(new { itemCode = "CUP-2", description = "Cup", price = 2.5 });
        Assert.Equal("Zoho shows it already.", Text(Assert.Single(await items.CarryAsync()), "outcome"));
        Assert.Equal("Cup", Text((await items.InZohoAsync("CUP-2"))!.Value, "name"));
    }

    [Fact]
    public async Task An_SKU_that_only_is_written_otherwise_is_the_same_item()
    {
        await items.ByHandAsync("POST", "/items", new { name = "Cup", sku = "Cup 2", rate = 1 });
        await items.EnterAsync(new { itemCode = "CUP-2", description = "Cup", price = 2.5 });
        await items.CarryAsync();
        Assert.Null(await items.InZohoAsync("CUP-2"));
        Assert.Equal(2.5m, await RateAsync("Cup 2"));
    }

    [Fact]
    public async Task An_item_that_Zoho_refuses_does_not_keep_its_neighbours()
    {
        await items.EnterAsync(
            new { itemCode = "BAD-1", description = "Bad", price = -1 }, new { itemCode = "GOOD-1", description = "Good", price = 1 });
        await items.CarryAsync();
        Assert.Equal(1m, await RateAsync("GOOD-1"));
        var letter = Assert.Single(await items.LettersAsync());
        Assert.Equal(("item-BAD-1", "item-to-zoho"), (Text(letter, "runId"), Text(letter, "flow")));
        Assert.NotEqual("", Text(letter.GetProperty("failure"), "cure"));
        Assert.Empty(await items.CarryAsync());

        await items.EnterAsync(new { itemCode = "BAD-1", price = 1 });
        await items.CarryAsync();
        Assert.Equal(1m, await RateAsync("BAD-1"));
        Assert.Empty(await items.LettersAsync());
    }

    [Fact]
    public async Task A_dead_letter_is_resubmitted_when_the_cause_is_gone()
    {
        await items.ByHandAsync("POST", "/items", new { name = "Cup A", sku = "CUP2" });
        await items.ByHandAsync("POST", "/items", new { name = "Cup B", sku = "CUP 2" });
        await items.EnterAsync(new { itemCode = "CUP-2", description = "Cup", price = 2.5 });
        Assert.Equal("deadLettered", Text(Assert.Single(await items.CarryAsync()), "state"));

        await items.ByHandAsync("PUT", $"/items/{Text((await items.InZohoAsync("CUP2"))!.Value, "item_id")}", new { sku = "CUP-2" });
        await world.PassTimeAsync(TimeSpan.FromMinutes(2));
        (await world.App.PostAsync("/api/dead-letters/item-CUP-2/resubmit", null)).EnsureSuccessStatusCode();
        await world.RunAsync("item-CUP-2", "done");
        Assert.Equal(2.5m, await RateAsync("CUP-2"));
        Assert.Empty(await items.LettersAsync());
    }

    [Fact]
    public async Task An_item_that_somebody_deleted_in_Zoho_is_made_again()
    {
        await items.ByHandAsync("DELETE", $"/items/{Text((await items.InZohoAsync("BTL-1L"))!.Value, "item_id")}");
        await items.EnterAsync(new { itemCode = "BTL-1L", price = 30 });
        await items.CarryAsync();
        Assert.Equal(30m, await RateAsync("BTL-1L"));
    }

    [Fact]
    public async Task A_lost_answer_does_not_make_a_second_item()
    {
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "POST /inventory/v1/items", kind = "drop-after", count = 1 });
        await items.EnterAsync(new { itemCode = "CUP-2", description = "Cup", price = 2.5 });
        await items.CarryAsync();
        Assert.Equal(2.5m, await RateAsync("CUP-2"));
    }

    [Fact]
    public async Task What_was_written_to_Zoho_does_not_come_back()
    {
        await world.PostAsync("/_sandbox/zoho-inventory/webhooks", new
        {
            url = new Uri(world.App.BaseAddress!, "/api/webhooks/zoho-inventory"), secret = "zohoSandboxToken123", rules = new[] { "item.edited" },
        });
        var before = (await items.InSageAsync("BTL-1L"))!.Value.GetRawText();
        await items.EnterAsync(new { itemCode = "BTL-1L", price = 33 });
        await items.CarryAsync();
        Assert.Empty(await items.CarryAsync());
        Assert.Equal(33m, (await items.InSageAsync("BTL-1L"))!.Value.GetProperty("StandardUnitPrice").GetDecimal());
        Assert.Contains("MWEBB", before);
        Assert.Equal("MWEBB", Text((await items.InSageAsync("BTL-1L"))!.Value, "UserUpdatedKey"));
    }

    private async Task<decimal> RateAsync(string sku) => (await items.InZohoAsync(sku))!.Value.GetProperty("rate").GetDecimal();

    private static string Text(JsonElement record, string name) => record.GetProperty(name).ToString();
}

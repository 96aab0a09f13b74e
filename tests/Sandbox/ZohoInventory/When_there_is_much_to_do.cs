using System.Diagnostics;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_there_is_much_to_do : ZohoTest
{
    // The bounds are generous: they tell a wrong algorithm from a slow machine.
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_order_of_a_thousand_lines_goes_all_the_way()
    {
        var started = Stopwatch.GetTimestamp();
        await Zoho.ControlAsync("/items",
            Enumerable.Range(0, 1000).Select(n => new { sku = $"S{n:D4}", name = $"Item {n}", rate = 1, stock = 9 }));
        var items = new List<string>();
        for (var page = 1; page <= 5; page++)
            items.AddRange((await Zoho.GetAsync($"/items?page={page}"))["items"].AsArray()
                .Select(item => Shop.Text(item!, "item_id")));
        var customer = await Zoho.CustomerAsync();
        var order = (await Zoho.PostAsync("/salesorders", new
        {
            customer_id = customer,
            line_items = items.Select(id => new { item_id = id, rate = 1.01m, quantity = 3, tax_id = Shop.Vat20 }),
        })).Accepted()["salesorder"];
        Assert.Equal(3640m, Shop.Number(order, "total"));
        var id = Shop.Text(order, "salesorder_id");
        (await Zoho.PostAsync($"/salesorders/{id}/status/confirmed")).Accepted();
        (await Zoho.PostAsync($"/invoices?salesorder_id={id}", new
        {
            customer_id = customer,
            line_items = order["line_items"]!.AsArray().Select(line => new
            {
                item_id = Shop.Text(line!, "item_id"),
                salesorder_item_id = Shop.Text(line!, "line_item_id"),
                rate = 1.01m,
                quantity = 3,
                tax_id = Shop.Vat20,
            }),
        })).Accepted();
        await Zoho.ControlAsync($"/salesorders/{id}/ship", new { });
        Assert.Equal("closed", Shop.Text((await Zoho.GetAsync($"/salesorders/{id}"))["salesorder"], "status"));
        Assert.True(Stopwatch.GetElapsedTime(started) < patience);
    }

    [Fact]
    public async Task The_cost_of_a_call_does_not_grow_with_the_records()
    {
        await Zoho.ControlAsync("/items",
            Enumerable.Range(0, 5000).Select(n => new { sku = $"S{n:D4}", name = $"Item {n}", rate = 1 }));
        var started = Stopwatch.GetTimestamp();
        for (var n = 0; n < 1000; n++) Assert.Single((await Zoho.GetAsync($"/items?sku=S{n:D4}"))["items"].AsArray());
        Assert.True(Stopwatch.GetElapsedTime(started) < patience);
    }

    [Fact]
    public async Task A_page_costs_the_same_however_many_records_there_are()
    {
        await SeedAsync("/items", 100_000, n => new { sku = $"S{n:D6}", name = $"Item {n}", rate = 1, stock = 5 });
        await SeedAsync("/contacts", 50_000, n => new { name = $"Customer {n}", email = $"c{n}@example.com" });
        var started = Stopwatch.GetTimestamp();
        Assert.Equal("S099999", Shop.Text((await Zoho.GetAsync("/items?per_page=10"))["items"][0]!, "sku"));
        var last = (await Zoho.GetAsync("/items?page=500&sort_order=A"))["items"].AsArray();
        Assert.Equal(("S099800", 200), (Shop.Text(last[0]!, "sku"), last.Count));
        var newest = await Zoho.GetAsync("/items?sort_column=last_modified_time&sort_order=D&per_page=10&page=9000");
        Assert.True(newest["page_context"]["has_more_page"]!.GetValue<bool>());
        Assert.Single((await Zoho.GetAsync("/contacts?email=c49999@example.com"))["contacts"].AsArray());
        Assert.Equal(200, (await Zoho.GetAsync("/contacts?page=250"))["contacts"].AsArray().Count);
        Assert.True(Stopwatch.GetElapsedTime(started) < patience);
    }

    private async Task SeedAsync(string path, int count, Func<int, object> one)
    {
        foreach (var numbers in Enumerable.Range(0, count).Chunk(25_000)) await Zoho.ControlAsync(path, numbers.Select(one));
    }
}

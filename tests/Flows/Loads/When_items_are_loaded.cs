using Isthmus.Connectors.Sage100;
using Isthmus.Core.Items;
using Isthmus.Core.Polling;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.Items;
using Isthmus.Functions.Items.ToZoho;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Loads;

/// <summary>Beside them Sage has ten charges, which are no items anywhere else.</summary>
public sealed class When_items_are_loaded : IAsyncLifetime
{
    private const int Items = 30;
    private World world = null!;
    private Loading loading = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync(("Isthmus:Loads:PageSize", "8"));
        loading = new Loading(world);
        await SageAsync(Enumerable.Range(1, Items).Select(
            n => new { itemCode = $"IT-{n:D3}", description = $"Article {n}", price = n + 0.5, inactive = n == 30 }));
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Each_that_is_sold_is_in_Zoho_with_its_price()
    {
        Assert.Equal("40 29 0 11 0", await loading.LoadAsync("items"));
        var items = await InZohoAsync();
        Assert.Equal(Enumerable.Range(1, 29).Select(n => ($"IT-{n:D3}", n + 0.5m)), items);
    }

    [Fact]
    public async Task The_next_load_and_the_polling_find_nothing_to_do()
    {
        await loading.LoadAsync("items");
        var before = await world.CallsAsync("zoho-inventory");
        Assert.Equal("40 0 29 11 0", await loading.LoadAsync("items"));
        var poll = await Part<Poller>().PollAsync(Part<SageItemFeed>().Feed, full: true, CancellationToken.None);
        Assert.Equal(new PollCounts(40, 0, 30, 10), poll);
        Assert.Equal(before, await world.CallsAsync("zoho-inventory"));
    }

    [Fact]
    public async Task Those_that_Zoho_has_are_taken_and_brought_up_to_date()
    {
        await world.PostAsync("/_sandbox/zoho-inventory/items", new[] { new { sku = "IT-005", name = "Article 5", rate = 1.0, stock = 0 } });
        Assert.Equal("40 29 0 11 0", await loading.LoadAsync("items"));
        Assert.Contains(("IT-005", 5.5m), await InZohoAsync());
    }

    [Fact]
    public async Task A_dry_run_counts_what_would_change()
    {
        await loading.LoadAsync("items");
        await SageAsync([new { itemCode = "IT-004", description = "Article 4", price = 99.0 }]);
        Assert.Equal("40 1 28 11 0", await loading.LoadAsync("items", dryRun: true));
        Assert.Contains(("IT-004", 4.5m), await InZohoAsync());
        Assert.Equal("40 1 28 11 0", await loading.LoadAsync("items"));
    }

    [Fact]
    public async Task One_that_failed_is_cured_when_the_flow_of_items_carries_it()
    {
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "POST /inventory/v1/items", kind = "status", status = 400, count = 1 });
        Assert.Equal("40 28 0 11 1", await loading.LoadAsync("items"));
        var code = Assert.Single(await loading.LettersAsync()).GetProperty("key").GetString()!["items|".Length..];

        var row = await Part<SageAgentClient>().ReadAsync("CI_Item", new Dictionary<string, string> { ["ItemCode"] = code });
        await Part<ItemStore>().WantAsync(SageItemFeed.Source, (await Part<SageItemFeed>().ReadAsync(row!.Value)).Item);
        await world.Parts.Engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "ItemToZoho", new ItemInput(code), new StartOrchestrationOptions(ItemInput.ToZoho(code)));
        await world.RunAsync(ItemInput.ToZoho(code), "done");
        Assert.Empty(await loading.LettersAsync());
        Assert.Equal(29, (await InZohoAsync()).Count);
    }

    private T Part<T>() where T : notnull => world.Services.GetRequiredService<T>();

    private Task SageAsync(IEnumerable<object> items) => world.PostAsync("/_sandbox/sage-100/items", items);

    private async Task<IReadOnlyList<(string, decimal)>> InZohoAsync() =>
        [.. (await world.LedgerAsync()).Root.GetProperty("zoho-inventory").GetProperty("items").EnumerateArray()
            .Select(item => (item.GetProperty("sku").GetString()!, item.GetProperty("rate").GetDecimal())).Order()];
}

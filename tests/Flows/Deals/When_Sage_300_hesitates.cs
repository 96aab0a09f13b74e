using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Deals;

public sealed class When_Sage_300_hesitates
{
    [Fact]
    public async Task Each_deal_is_ordered_once_all_the_same()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        foreach (var kind in new[] { "record-lock", "drop-after", "drop-before", "malformed-body", "status-after" })
        {
            var deal = await desk.SellAsync(SalesDesk.Won);
            foreach (var resource in new[] { "ARCustomers", "OEOrders" })
            {
                var match = kind == "record-lock" ? resource : "POST .*" + resource;
                await world.FaultAsync(new { vendor = "sage-300", match, kind, status = 503, count = 2 });
            }

            await desk.TellAsync(deal.Id);
            await world.RunAsync(deal.Run, "done");

            Assert.Single(await desk.OrdersAsync(), order => order.Text("OrderReference") == "zoho:" + deal.Id);
            Assert.Null(await desk.LetterAsync(deal));
            Assert.DoesNotContain(await FaultsAsync(world), fault => fault.GetProperty("happened").GetInt32() == 0);
            await world.HealAsync();
        }
        Assert.Equal(5, (await desk.BooksAsync("ARCustomers")).Count(customer =>
            customer.Text("CustomerName") == "Harbor Pump Co"));
    }

    [Fact]
    public async Task A_day_end_is_waited_for()
    {
        var (world, desk) = await SalesDesk.OpenAsync();
        await using var _ = world;
        var deal = await desk.SellAsync(SalesDesk.Won);
        await world.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-300"] = new { dayEndRuns = true } });
        await desk.TellAsync(deal.Id);
        await Patience.UntilAsync<bool>(async () =>
            (await (await world.App.GetAsync("/api/runs/" + deal.Run)).Content.ReadAsStringAsync())
                .Contains("\"locked:", StringComparison.OrdinalIgnoreCase) ? true : null);

        await world.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-300"] = new { dayEndRuns = false } });

        await world.RunAsync(deal.Run, "done");
        Assert.Single(await desk.OrdersAsync());
    }

    private static async Task<IEnumerable<JsonElement>> FaultsAsync(World world) =>
        (await world.Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/faults")).GetProperty("faults").EnumerateArray();
}

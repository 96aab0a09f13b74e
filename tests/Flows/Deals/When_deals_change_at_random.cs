using Isthmus.Flows.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>
/// Deals are won, reopened, lost and edited; the CRM tells of it once, twice or not at all; answers are lost and records
/// locked. At rest there is one order for each winning that anybody could see, and the deal shows the last one.
/// </summary>
public sealed class When_deals_change_at_random(ITestOutputHelper output)
{
    private static readonly string[] Stages = [SalesDesk.Won, SalesDesk.Won, SalesDesk.Open, "Closed Lost"];

    [Fact]
    public async Task There_is_one_order_for_each_winning()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_SEED"), out var given) ? given
            : Environment.TickCount;
        output.WriteLine($"ISTHMUS_SEED={seed}");
        var random = new Random(seed);
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:Deals:WonAgain", "newOrder"));
        await using var _ = world;
        var account = (await desk.InCrmAsync("Accounts", new { Account_Name = "Harbor Pump Co" }))[0];
        var deals = new List<Sold>();
        for (var each = 0; each < 3; each++) deals.Add(new Sold(await desk.SellAsync(account: account)));

        for (var deed = 0; deed < 16; deed++) await DoAsync(random, world, desk, deals[random.Next(deals.Count)]);
        await world.HealAsync();
        foreach (var deal in deals) await TellAsync(desk, deal, 1);

        var orders = await desk.OrdersAsync();
        foreach (var deal in deals)
        {
            var mine = orders.Where(order => order.Text("OrderReference") == "zoho:" + deal.Deal.Id)
                .Select(order => order.Text("OrderNumber")).ToList();
            Assert.Equal(deal.Winnings, mine.Count);
            Assert.Equal(mine.LastOrDefault(), (await desk.CrmAsync("Deals", deal.Deal.Id)).Find("Sage_Order_Number"));
            Assert.True(await desk.LetterAsync(deal.Deal) is not { } letter
                || letter.GetProperty("failure").Text("code") is "deal-not-won" or "deal-changed");
        }
        if (orders.Count > 0) await desk.CustomerAsync("Harbor Pump Co");
    }

    private static async Task DoAsync(Random random, World world, SalesDesk desk, Sold deal)
    {
        switch (random.Next(8))
        {
            case 0: await world.FaultAsync(new { vendor = "sage-300", match = "POST .*OEOrders", kind = "drop-after",
                count = 1 }); break;
            case 1: await world.FaultAsync(new { vendor = "zoho-crm", match = "PUT .*Deals", kind = "drop-after",
                count = 1 }); break;
            case 2: await world.FaultAsync(new { vendor = "sage-300", match = "POST", kind = "record-lock", count = 2 }); break;
            case 3: await desk.ChangeAsync(deal.Deal.Id, new { Next_Step = $"call {random.Next(100)}" }); break;
            default:
                var stage = Stages[random.Next(Stages.Length)];
                await desk.ChangeAsync(deal.Deal.Id, new { Stage = stage });
                deal.IsWon = stage == SalesDesk.Won;
                break;
        }
        await TellAsync(desk, deal, random.Next(3));
    }

    /// <summary>The CRM tells so often; not at all is a lost notification.</summary>
    private static async Task TellAsync(SalesDesk desk, Sold deal, int times)
    {
        if (times == 0) return;
        for (var time = 0; time < times; time++) await desk.TellAsync(deal.Deal.Id);
        await desk.OverAsync(deal.Deal.Run);
        if (deal.IsWon && !deal.WasWon) deal.Winnings++;
        deal.WasWon = deal.IsWon;
    }

    private sealed record Sold(Deal Deal)
    {
        public bool IsWon { get; set; }

        /// <summary>As it was seen last.</summary>
        public bool WasWon { get; set; }

        public int Winnings { get; set; }
    }
}

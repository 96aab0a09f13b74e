using Isthmus.Flows.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>
/// Deals are won, reopened, lost and edited, while answers are lost and spoilt, records locked, tokens ended and the organisation moved.
/// At rest there is one order for each winning that was seen, and both systems show the same. ISTHMUS_SEED=N plays that history.
/// </summary>
public sealed class When_deals_change_at_random(ITestOutputHelper output)
{
    private static readonly string[] Stages = [SalesDesk.Won, SalesDesk.Won, SalesDesk.Open, "Closed Lost"];

    [Fact]
    public async Task There_is_one_order_for_each_winning()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_SEED"), out var given) ? given : Environment.TickCount;
        output.WriteLine($"ISTHMUS_SEED={seed}");
        var random = new Random(seed);
        var (world, desk) = await SalesDesk.OpenAsync(("Isthmus:Deals:WonAgain", "newOrder"));
        await using var _ = world;
        var account = (await desk.InCrmAsync("Accounts", new { Account_Name = "Harbor Pump Co" }))[0];
        var deals = new List<Sold>();
        for (var each = 0; each < 3; each++) deals.Add(new Sold(await desk.SellAsync(account: account)));

        for (var deed = 0; deed < 18; deed++) await DoAsync(random, world, desk, deals[random.Next(deals.Count)]);
        await world.HealAsync();
        foreach (var deal in deals) await TellAsync(desk, deal, 1);

        foreach (var deal in deals)
        {
            await DealProof.HoldsAsync(desk, deal.Deal, deal.Winnings);
            Assert.True(await desk.LetterAsync(deal.Deal) is not { } letter
                || letter.GetProperty("failure").Text("code") is "deal-not-won" or "deal-changed");
        }
    }

    private static async Task DoAsync(Random random, World world, SalesDesk desk, Sold deal)
    {
        switch (random.Next(14))
        {
            case 0: await world.FaultAsync(new { vendor = "sage-300", match = "POST .*OEOrders", kind = "drop-after", count = 1 }); break;
            case 1: await world.FaultAsync(new { vendor = "zoho-crm", match = "PUT .*Deals", kind = "drop-after", count = 1 }); break;
            case 2: await world.FaultAsync(new { vendor = "sage-300", match = "ARCustomers|OEOrders", kind = "record-lock", count = 2 }); break;
            case 3: await world.FaultAsync(new { vendor = "sage-300", match = "POST", kind = "malformed-body", count = 1 }); break;
            case 4: await world.FaultAsync(new { vendor = "zoho-crm", kind = "status", status = 500, count = 2 }); break;
            case 5: await world.PostAsync("/_sandbox/zoho-crm/tokens/expire", new { }); break;
            case 6: await world.PostAsync("/_sandbox/zoho-crm/datacenter", new { location = random.Next(2) == 0 ? "ca" : "us" }); break;
            case 7: await LackQuotesAsync(world, desk, deal); break;
            case 8: await desk.ChangeAsync(deal.Deal.Id, new { Next_Step = $"call {random.Next(100)}" }); break;
            default:
                var stage = Stages[random.Next(Stages.Length)];
                await desk.ChangeAsync(deal.Deal.Id, new { Stage = stage });
                deal.IsWon = stage == SalesDesk.Won;
                break;
        }
        await TellAsync(desk, deal, random.Next(3));
    }

    /// <summary>The edition has no quotes for a while; an upgrade, and whoever resubmits, cure what that stopped.</summary>
    private static async Task LackQuotesAsync(World world, SalesDesk desk, Sold deal)
    {
        await world.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "standard" });
        await TellAsync(desk, deal, 1);
        await world.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "enterprise" });
        await TellAsync(desk, deal, 1);
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

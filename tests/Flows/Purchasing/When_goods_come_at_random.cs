using Isthmus.Flows.Tests.Disputes;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Purchasing;

/// <summary>
/// Orders, changes and parts of deliveries on either side, in a random order and with lost answers; at rest both systems show the
/// same quantities, with one document for each.
/// </summary>
public sealed class When_goods_come_at_random(ITestOutputHelper output)
{
    private static readonly string[] Skus = ["BTL-1L", "CUP-2", "MUG-3"];
    private readonly List<BoughtLine> lines = [];

    [Fact]
    public async Task Both_sides_show_the_same_at_rest()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_SEED"), out var given) ? given : Environment.TickCount;
        output.WriteLine($"ISTHMUS_SEED={seed}");
        var random = new Random(seed);
        await using var world = await World.StartAsync(BuyingDesk.Direction(BuyingDesk.SageToZoho));
        var desk = new BuyingDesk(world);
        await desk.FurnishAsync();
        for (var deed = 0; deed < 20; deed++) await DoAsync(random, world, desk);
        await world.HealAsync();
        await world.RestAsync();
        await desk.PostReceiptsAsync();
        await world.RestAsync();

        var ledger = await world.LedgerAsync();
        Assert.Empty(await world.LettersAsync());
        var carried = new List<string>();
        foreach (var order in lines.GroupBy(line => line.Order))
            if (!await WasOverBeforeItWasSeenAsync(world, order)) carried.Add("SPO-" + order.Key);
        Assert.Equal(
            carried.Order(),
            ledger.Zoho("purchaseorders").Select(order => Desk.Text(order, "purchaseorder_number")).Order());
        Assert.Equal(
            ledger.Sage("receipts").Count(receipt => carried.Contains("SPO-" + Desk.Text(receipt, "PurchaseOrderNo"))),
            ledger.Zoho("purchasereceives").Count);
        foreach (var order in ledger.Zoho("purchaseorders"))
        {
            var there = await desk.InZohoAsync(Desk.Text(order, "purchaseorder_id"));
            Assert.Equal(ledger.InSage(Desk.Text(order, "reference_number")), there.Quantities());
        }
    }

    /// <summary>What was ordered and received between two looks is no news, and its run says so.</summary>
    private static async Task<bool> WasOverBeforeItWasSeenAsync(World world, IEnumerable<BoughtLine> order)
    {
        if (order.Any(line => line.Open > 0)) return false;
        var run = (await world.RunAsync("po2zoho-" + order.First().Order, "done", "ignored")).GetProperty("run");
        return Desk.Text(run, "state") == "ignored"
            && Desk.Text(run, "outcome").EndsWith("was over before it was carried.", StringComparison.Ordinal);
    }

    private Task DoAsync(Random random, World world, BuyingDesk desk) => random.Next(8) switch
    {
        0 or 1 => OrderAsync(random, desk),
        2 => ChangeAsync(Pick(random), random.Next(1, 10), desk),
        3 => ReceiveInSageAsync(Pick(random), random, desk),
        4 => ReceiveInZohoAsync(Pick(random), random, world, desk),
        5 => desk.PostReceiptsAsync(),
        6 => desk.LookAsync(),
        _ => world.FaultAsync(new
        {
            vendor = random.Next(2) == 0 ? "zoho-inventory" : "sage-100", match = "(POST|PUT) .*(purchase|write)", kind = "drop-after", count = 1,
        }),
    };

    private BoughtLine? Pick(Random random) => lines.Count == 0 ? null : lines[random.Next(lines.Count)];

    private async Task OrderAsync(Random random, BuyingDesk desk)
    {
        var no = $"{lines.Select(line => line.Order).Distinct().Count() + 1:D7}";
        var bought = Enumerable.Range(0, random.Next(1, 4)).Select(at => new BoughtLine(no, at) { Ordered = random.Next(2, 30) }).ToList();
        await desk.OrderInSageAsync(no, [.. bought.Select(line => (Skus[line.At], line.Ordered))]);
        lines.AddRange(bought);
    }

    /// <summary>A complete order takes no change.</summary>
    private async Task ChangeAsync(BoughtLine? line, decimal more, BuyingDesk desk)
    {
        if (line is null || lines.Where(each => each.Order == line.Order).All(each => each.Open == 0)) return;
        line.Ordered += more;
        await desk.ChangeInSageAsync(line.Order, line.At, line.Ordered);
    }

    private static async Task ReceiveInSageAsync(BoughtLine? line, Random random, BuyingDesk desk)
    {
        if (line is null || line.Open == 0) return;
        await desk.ReceiveInSageAsync(line.Order, line.At, line.Take(random));
    }

    /// <summary>Only what has arrived in Zoho can be received there.</summary>
    private static async Task ReceiveInZohoAsync(BoughtLine? line, Random random, World world, BuyingDesk desk)
    {
        if (line is null || line.Open == 0) return;
        var there = (await world.LedgerAsync()).Zoho("purchaseorders").Where(order => Desk.Text(order, "reference_number") == line.Order).ToList();
        if (there.Count == 0 || Desk.Text(there[0], "status") == "draft") return;
        var id = Desk.Text(there[0], "purchaseorder_id");
        var stands = (await desk.InZohoAsync(id)).GetProperty("line_items")[line.At];
        if (Desk.Amount(stands, "quantity") - Desk.Amount(stands, "quantity_received") < line.Open) return;
        await desk.ReceiveInZohoAsync(id, line.At, line.Take(random));
    }

    private sealed class BoughtLine(string order, int at)
    {
        public string Order => order;

        public int At => at;

        public decimal Ordered { get; set; }

        public decimal Received { get; private set; }

        public decimal Open => Ordered - Received;

        public decimal Take(Random random)
        {
            var some = random.Next(1, (int)Open + 1);
            Received += some;
            return some;
        }
    }
}

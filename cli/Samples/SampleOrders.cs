using Isthmus.Cli.Clients;
using Isthmus.Cli.Replay.Planning;
using Isthmus.Cli.Replay.Playing;

namespace Isthmus.Cli.Samples;

/// <summary>A small shop for a first look: a guest, a customer who comes back, carriage, a discount and a service.</summary>
internal static class SampleOrders
{
    private static readonly PlannedLine Bottle = new("BTL-1L", "Steel bottle 1 l", LineKind.Goods, 3, 1800);
    private static readonly PlannedLine Cup = new("CUP-2", "Enamel cup", LineKind.Goods, 2, 755);
    private static readonly PlannedLine Tent = new("TENT-4P", "Tent for four", LineKind.Goods, 1, 24900);
    private static readonly PlannedLine Wrapping = new("SERVICE", "Gift wrapping", LineKind.Service, 1, 350);

    /// <summary>Pays them; answers with how many.</summary>
    public static async Task<int> PlayAsync(SandboxClient sandbox, CancellationToken cancel)
    {
        await Catalogue.SeedAsync(sandbox, Items(), cancel);
        var run = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        List<PlannedOrder> orders =
        [
            Order($"WEB-{run}-1", "ana", "PT", [Bottle, Cup], shipping: 495),
            Order($"WEB-{run}-2", "ana", "PT", [Tent], discount: 2490),
            Order($"WEB-{run}-3", "", "GB", [Cup, Wrapping]),
            Order($"WEB-{run}-4", "björn", "SE", [Bottle, Tent, Wrapping], shipping: 1250, discount: 500)
        ];
        return (await new Checkouts(sandbox, orders.Count).PayAsync(orders, _ => { }, cancel)).Count;
    }

    private static List<PlannedItem> Items() => [.. new[] { Bottle, Cup, Tent, Wrapping }.Select(line =>
        new PlannedItem(line.Sku, line.Description, line.Kind == LineKind.Service, line.UnitMinor / 100))];

    private static PlannedOrder Order(string number, string customer, string country, PlannedLine[] lines, long shipping = 0,
        long discount = 0) =>
        new(number, "today", customer, country, lines, shipping, discount);
}

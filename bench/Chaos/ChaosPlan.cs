using System.Globalization;
using Isthmus.Cli.Replay.Planning;

namespace Isthmus.Bench.Chaos;

/// <summary>Everything that a seed decides: what is bought and when, and when the app dies.</summary>
internal sealed class ChaosPlan(ChaosOptions options)
{
    private const int OrdersACustomer = 6;
    private const int Articles = 60;
    private const double KilledInStart = 0.25;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(2.5);

    public IReadOnlyList<PlannedOrder> Orders { get; } = [.. Draw(options)];

    public IReadOnlyList<PlannedItem> Items { get; } =
        [.. Enumerable.Range(0, Articles).Select(n => new PlannedItem(Sku(n), $"Article {n}", false, Price(n) / 100m))];

    /// <summary>The pause before each order.</summary>
    public IEnumerable<TimeSpan> Pauses()
    {
        var chance = new Random(options.Seed + 1);
        while (true) yield return options.Pace * 2 * chance.NextDouble();
    }

    /// <summary>One life after the other, without end.</summary>
    public IEnumerable<Life> Lives()
    {
        var chance = new Random(options.Seed + 2);
        while (true)
        {
            var inStart = chance.NextDouble() < KilledInStart;
            var (begun, ready) = (LongestStart * chance.NextDouble(), chance.NextDouble());
            yield return new Life(
                inStart ? begun : null, options.ShortestLife + ((options.LongestLife - options.ShortestLife) * ready));
        }
    }

    private static IEnumerable<PlannedOrder> Draw(ChaosOptions options)
    {
        var chance = new Random(options.Seed);
        var customers = Math.Max(2, options.Orders / OrdersACustomer);
        for (var n = 0; n < options.Orders; n++)
        {
            var lines = Enumerable.Range(0, 1 + chance.Next(4)).Select(_ => chance.Next(Articles)).Distinct().Select(article =>
                new PlannedLine(Sku(article), $"Article {article}", LineKind.Goods, 1 + chance.Next(9), Price(article))).ToList();
            var shipping = chance.Next(3) == 0 ? 100 + chance.Next(900) : 0;
            var discount = chance.Next(4) == 0 ? Math.Min(50, lines.Sum(line => line.Amount) / 2) : 0;
            yield return new PlannedOrder(
                (500_000 + n).ToString(CultureInfo.InvariantCulture), "2010-12-01 08:26:00", $"{12_000 + chance.Next(customers)}", "GB",
                lines, shipping, discount);
        }
    }

    private static string Sku(int article) => $"CHAOS-{article:D3}";

    private static int Price(int article) => 99 + (article * 37);
}

using Isthmus.Cli.Replay.Playing;

namespace Isthmus.Cli.Replay.Proving;

/// <summary>What the systems say of one order.</summary>
internal sealed record OrderFinding(
    bool IsDeadLettered, IReadOnlyList<string> Missing, IReadOnlyList<string> Doubled, IReadOnlyList<string> Different)
{
    public bool IsSettled => !IsDeadLettered && Missing.Count == 0 && Doubled.Count == 0 && Different.Count == 0;

    public static OrderFinding Of(PaidOrder order, long charged, Places places, IReadOnlySet<string> deadLetters)
    {
        var dead = deadLetters.Contains(order.PaymentIntent);
        var missing = new List<string>();
        var doubled = new List<string>();
        var different = new List<string>();
        if (charged != order.Amount)
            different.Add($"{order.Plan.Invoice}: Stripe charged {charged}, the checkout said {order.Amount}");
        foreach (var (name, found) in places.All)
        {
            var here = found[order.PaymentIntent].ToList();
            if (here.Count == 0 && !dead) missing.Add($"{order.Plan.Invoice}: no {name} for {order.PaymentIntent}");
            if (here.Count > 1)
                doubled.Add($"{order.Plan.Invoice}: {here.Count} times {name}: {string.Join(", ", here.Select(e => e.Number))}");
            if (here.Count == 1) different.AddRange(Differences(order, charged, name, here[0]));
        }
        return new OrderFinding(dead, missing, doubled, different);
    }

    private static IEnumerable<string> Differences(PaidOrder order, long charged, string name, Evidence evidence)
    {
        if (evidence.Amount * 100 != charged)
            yield return $"{order.Plan.Invoice}: {name} {evidence.Number} says {evidence.Amount}, Stripe charged {charged / 100m}";
        // Sage's service lines are amounts without a quantity.
        var units = name.StartsWith("Sage", StringComparison.Ordinal) ? order.Plan.Goods : order.Plan.Units;
        if (name is not "Zoho payment" && evidence.Units != units)
            yield return $"{order.Plan.Invoice}: {name} {evidence.Number} has {evidence.Units} units, {units} were bought";
    }
}

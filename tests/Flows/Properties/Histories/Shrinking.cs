namespace Isthmus.Flows.Tests.Properties;

/// <summary>Smaller histories to try when one fails: without some deeds first, then with simpler baskets.</summary>
internal static class Shrinking
{
    public static IEnumerable<History> Smaller(this History history)
    {
        foreach (var deeds in Fewer(history.Deeds)) yield return history with { Deeds = deeds };
        if (history.HoldAbove > 0) yield return history with { HoldAbove = 0 };
        if (history.HoldPartial) yield return history with { HoldPartial = false };
        for (var i = 0; i < history.Deeds.Count; i++)
        {
            foreach (var simpler in Simpler(history.Deeds[i]))
                yield return history with { Deeds = [.. history.Deeds.Take(i), simpler, .. history.Deeds.Skip(i + 1)] };
        }
    }

    /// <summary>Without a half, a quarter, and so on, down to single ones.</summary>
    private static IEnumerable<IReadOnlyList<T>> Fewer<T>(IReadOnlyList<T> all)
    {
        for (var size = all.Count / 2; size > 0; size /= 2)
        {
            for (var from = 0; from < all.Count; from += size) yield return [.. all.Take(from), .. all.Skip(from + size)];
        }
    }

    private static IEnumerable<Deed> Simpler(Deed deed) => deed switch
    {
        Deed.Buys buys => Simpler(buys.Basket).Select(basket => new Deed.Buys(basket)),
        Deed.Breaks { Times: > 1 } breaks => [breaks with { Times = 1 }, breaks with { Times = breaks.Times - 1 }],
        Deed.Restarts { Killed: true } => [new Deed.Restarts(false)],
        Deed.Ships { Part: true } ships => [ships with { Part = false }],
        Deed.Refunds { Pending: true } refunds => [refunds with { Pending = false }],
        Deed.Pauses => [],
        _ => [],
    };

    private static IEnumerable<Basket> Simpler(Basket basket)
    {
        foreach (var lines in Fewer(basket.Lines).Where(lines => lines.Count > 0)) yield return basket with { Lines = lines };
        var plain = basket.Lines.Select(line => line with { Quantity = 1, Off = 0, Tax = 0, Price = 1000 }).ToList();
        if (!plain.SequenceEqual(basket.Lines)) yield return basket with { Lines = plain };
        if (basket.Copies > 0) yield return basket with { Copies = 0 };
        if (basket.Discount > 0) yield return basket with { Discount = 0 };
        if (basket.Shipping > 0) yield return basket with { Shipping = 0 };
        if (basket.Shouting) yield return basket with { Shouting = false };
        if (basket.Account) yield return basket with { Account = false };
        if (basket.Shopper > 0) yield return basket with { Shopper = 0 };
        if (basket.Currency != "gbp") yield return basket with { Currency = "gbp" };
        if (basket.Delivery != Delivery.Now) yield return basket with { Delivery = Delivery.Now };
        if (basket.Way != Way.Card) yield return basket with { Way = Way.Card };
    }
}

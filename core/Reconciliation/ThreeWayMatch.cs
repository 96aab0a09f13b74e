namespace Isthmus.Core.Reconciliation;

/// <summary>One movement of customers' money as one system has it.</summary>
/// <param name="Key">What all systems know it by: the charge or the refund.</param>
/// <param name="Record">The system's own id.</param>
/// <param name="Minor">The amount in minor units; negative for money that went back.</param>
/// <param name="Currency">Upper-case ISO 4217 code.</param>
public sealed record BookedMoney(string Key, string Record, long Minor, string Currency);

/// <summary>What three systems have of one kind of money on one day.</summary>
/// <param name="Kind">payments or refunds.</param>
/// <param name="Stripe">What moved; every movement once.</param>
/// <param name="Zoho">What Zoho has.</param>
/// <param name="Sage">What Sage has; null where nothing is carried on to it.</param>
public sealed record DayMoney(
    string Kind, IReadOnlyList<BookedMoney> Stripe, IReadOnlyList<BookedMoney> Zoho, IReadOnlyList<BookedMoney>? Sage);

/// <summary>Compares a day's money in three systems: a pure function of what each has.</summary>
public static class ThreeWayMatch
{
    /// <summary>The proof of a day.</summary>
    public static DailyProof Prove(DateOnly day, params IReadOnlyList<DayMoney> kinds)
    {
        var differences = kinds.SelectMany(Differences).ToList();
        return new DailyProof
        {
            Day = day,
            Movements = kinds.Sum(kind => kind.Stripe.Count),
            Totals = [.. kinds.SelectMany(Totals)],
            Differences = differences,
            DifferenceCount = differences.Count,
        };
    }

    private static IEnumerable<DayTotal> Totals(DayMoney money) => money.Stripe.Concat(money.Zoho).Concat(money.Sage ?? [])
        .Select(each => each.Currency).Distinct().Order(StringComparer.Ordinal)
        .Select(currency => new DayTotal(
            money.Kind, currency, Sum(money.Stripe, currency), Sum(money.Zoho, currency),
            money.Sage is { } sage ? Sum(sage, currency) : null));

    private static IEnumerable<DayDifference> Differences(DayMoney money) =>
        Compare("zoho-inventory", money.Stripe, money.Zoho)
            .Concat(money.Sage is { } sage ? Compare("sage-100", money.Stripe, sage) : []);

    private static IEnumerable<DayDifference> Compare(string system, IReadOnlyList<BookedMoney> stripe, IReadOnlyList<BookedMoney> theirs)
    {
        var booked = theirs.ToLookup(money => money.Key, StringComparer.Ordinal);
        foreach (var moved in stripe)
        {
            var found = booked[moved.Key].ToList();
            if (Code(moved, found) is { } code) yield return Differs(code, system, moved, Sum(found, moved.Currency), found);
        }
        var known = stripe.Select(money => money.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var surplus in theirs.Where(money => !known.Contains(money.Key)))
            yield return Differs("surplus", system, surplus with { Minor = 0 }, surplus.Minor, [surplus]);
    }

    private static string? Code(BookedMoney moved, List<BookedMoney> found)
    {
        if (found.Count == 0) return "missing";
        if (found.Sum(money => money.Minor) == moved.Minor && found.All(money => money.Currency == moved.Currency)) return null;
        return found.Count > 1 ? "doubled" : "amount-differs";
    }

    private static DayDifference Differs(string code, string system, BookedMoney moved, long found, IReadOnlyList<BookedMoney> booked) =>
        new(code, system, moved.Key, moved.Minor, found, moved.Currency, [.. booked.Select(money => money.Record)]);

    private static long Sum(IEnumerable<BookedMoney> money, string currency) =>
        money.Where(each => each.Currency == currency).Sum(each => each.Minor);
}

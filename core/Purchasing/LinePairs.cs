namespace Isthmus.Core.Purchasing;

/// <summary>A line as it takes part in the pairing of two orders' lines.</summary>
/// <param name="Id">Its id in its own system.</param>
/// <param name="Sku">Its stock-keeping unit, written as the other system writes it.</param>
/// <param name="Known">The other system's id of it, where the line itself remembers that.</param>
public sealed record PairingLine(string Id, string Sku, string? Known = null);

/// <summary>
/// Which line of one order is which of the other. A line that remembers its counterpart has that one; the others are paired by
/// stock-keeping unit, and where that stands on several lines, in their order.
/// </summary>
public static class LinePairs
{
    /// <summary>The right side's ids by the left side's; lines without a counterpart are left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<PairingLine> left, IReadOnlyList<PairingLine> right)
    {
        var there = right.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        var pairs = left.Where(line => line.Known is { } known && there.Contains(known))
            .DistinctBy(line => line.Known)
            .ToDictionary(line => line.Id, line => line.Known!, StringComparer.Ordinal);
        var taken = pairs.Values.ToHashSet(StringComparer.Ordinal);
        var free = right.Where(line => !taken.Contains(line.Id)).GroupBy(line => line.Sku, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => new Queue<string>(same.Select(line => line.Id)), StringComparer.OrdinalIgnoreCase);
        foreach (var line in left)
            if (!pairs.ContainsKey(line.Id) && free.GetValueOrDefault(line.Sku) is { Count: > 0 } next) pairs[line.Id] = next.Dequeue();
        return pairs;
    }
}

namespace Isthmus.Core.Amounts;

/// <summary>Splits an amount in proportion to weights, so that the parts make the amount to the last minor unit. Pure.</summary>
public static class LargestRemainder
{
    /// <summary>
    /// Each part is its exact share rounded down; what is left goes, one unit each, to the largest fractions, the earlier one of
    /// two that are equal.
    /// </summary>
    /// <param name="amount">What is split, in minor units; 0 or more.</param>
    /// <param name="weights">0 or more each, at least one above 0.</param>
    /// <returns>One part for each weight; a weight of 0 gets nothing.</returns>
    public static IReadOnlyList<long> Split(long amount, IReadOnlyList<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (weights.Any(weight => weight < 0)) throw new ArgumentException("No weight may be below zero.", nameof(weights));
        var whole = weights.Aggregate((Int128)0, (sum, weight) => sum + weight);
        if (whole == 0) throw new ArgumentException("One weight must be above zero.", nameof(weights));
        var parts = weights.Select(weight => (long)((Int128)amount * weight / whole)).ToArray();
        var left = (int)(amount - parts.Sum());
        foreach (var at in Enumerable.Range(0, parts.Length)
            .OrderByDescending(i => (Int128)amount * weights[i] % whole).ThenBy(i => i).Take(left))
        {
            parts[at]++;
        }
        return parts;
    }
}

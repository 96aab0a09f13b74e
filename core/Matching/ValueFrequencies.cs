namespace Isthmus.Core.Matching;

/// <summary>
/// How often each value occurs among the records that are compared: two who share a rare name are more likely one than two Smiths.
/// </summary>
public sealed class ValueFrequencies
{
    private readonly Dictionary<string, int>[] counts;
    private readonly double[] chances;
    private readonly int[] totals;

    /// <summary>Counts the values of records.</summary>
    public ValueFrequencies(MatchSchema schema, IReadOnlyCollection<MatchRecord> records)
    {
        counts = [.. schema.Fields.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        foreach (var record in records)
            for (var field = 0; field < counts.Length; field++)
                if (record.Values[field] is { Length: > 0 } value)
                    counts[field][value] = counts[field].GetValueOrDefault(value) + 1;
        totals = [.. counts.Select(values => values.Values.Sum())];
        chances = [.. counts.Select((values, field) => values.Values.Sum(count => Math.Pow((double)count / totals[field], 2)))];
    }

    /// <summary>How often two records agree in this value by chance; half of it is what is usual in the field.</summary>
    internal double Chance(int field, string value, double usual)
    {
        if (totals[field] == 0) return usual;
        var own = (double)Math.Max(1, counts[field].GetValueOrDefault(value)) / totals[field];
        return Math.Min(0.9, (own + chances[field]) / 2);
    }
}

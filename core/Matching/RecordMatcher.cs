namespace Isthmus.Core.Matching;

/// <summary>
/// Says how likely two records are one thing, by the model of Fellegi and Sunter: each field that agrees adds bits, the more the rarer
/// such an agreement is by chance; each that differs takes some away.
/// </summary>
/// <param name="schema">The fields.</param>
/// <param name="frequencies">How often values occur; null where only a few records are known.</param>
public sealed class RecordMatcher(MatchSchema schema, ValueFrequencies? frequencies = null)
{
    /// <summary>What a value in its neighbour's place costs: people mix them up, but seldom.</summary>
    private const double Swap = 1;

    /// <summary>How much speaks for it, in bits: 0 is undecided, each bit doubles the odds.</summary>
    public double Score(MatchRecord left, MatchRecord right)
    {
        var bits = 0.0;
        for (var field = 0; field < schema.Fields.Count; field++)
        {
            if (schema.Fields[field].SwappedWith is not { } name) bits += Weigh(field, left.Values[field], right.Values[field]);
            else if (schema.IndexOf(name) is var other && field < other) bits += Weigh(field, other, left.Values, right.Values);
        }
        return bits;
    }

    private double Weigh(int one, int other, IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var straight = Weigh(one, left[one], right[one]) + Weigh(other, left[other], right[other]);
        var comparable = (left[one].Length > 0 && right[other].Length > 0) || (left[other].Length > 0 && right[one].Length > 0);
        if (!comparable) return straight;
        return Math.Max(straight, Weigh(one, left[one], right[other]) + Weigh(other, left[other], right[one]) - Swap);
    }

    private double Weigh(int place, string left, string right)
    {
        if (left.Length == 0 || right.Length == 0) return 0;
        var field = schema.Fields[place];
        var alike = Similarity.Of(field.Kind, left, right);
        if (alike == 0) return field.Disagreement;
        var chance = frequencies?.Chance(place, left, field.Chance) ?? field.Chance;
        return field.Disagreement + (field.Agreement(chance) - field.Disagreement) * alike;
    }
}

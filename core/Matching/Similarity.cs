using FuzzySharp;

namespace Isthmus.Core.Matching;

/// <summary>How alike two values are, from 0 to 1.</summary>
internal static class Similarity
{
    private const double OneSlip = 0.9;

    /// <summary>Below this, what two words share is chance.</summary>
    private const double Chance = 0.6;

    public static double Of(MatchKind kind, string left, string right)
    {
        if (left == right) return 1;
        return kind switch
        {
            MatchKind.Text => Math.Max(0, (Levenshtein.GetRatio(left, right) - Chance) / (1 - Chance)) * OneSlip,
            MatchKind.Code => Levenshtein.EditDistance(left, right, 1) <= Slips(left, right) ? OneSlip * OneSlip : 0,
            _ => 0,
        };
    }

    /// <summary>One digit for another counts two, as two digits that changed places do; short codes forgive nothing.</summary>
    private static int Slips(string left, string right) => Math.Min(left.Length, right.Length) >= 6 ? 2 : 0;
}

using System.Diagnostics;
using Isthmus.Core.Matching;

namespace Isthmus.Bench.Duplicates;

/// <summary>How well the pairs of a file were recognised.</summary>
/// <param name="Records">How many records.</param>
/// <param name="TruePairs">How many pairs are one person.</param>
/// <param name="Compared">How many pairs were compared.</param>
/// <param name="Precision">The share of the pairs that were linked by themselves which are one person.</param>
/// <param name="Recall">The share of the true pairs that were linked by themselves.</param>
/// <param name="Held">Pairs between the thresholds, which a person would see.</param>
/// <param name="PairsPerSecond">Comparisons a second on one core, with the finding of what to compare.</param>
internal sealed record DuplicatesFound(
    int Records, int TruePairs, int Compared, double Precision, double Recall, int Held, double PairsPerSecond)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static DuplicatesFound In(
        MatchSchema schema, IReadOnlyList<MatchRecord> records, Func<MatchRecord, string> identity, MatchThresholds thresholds)
    {
        var began = Stopwatch.GetTimestamp();
        var matcher = new RecordMatcher(schema, new ValueFrequencies(schema, records));
        var index = new RecordIndex(schema);
        var (compared, linked, right, held) = (0, 0, 0, 0);
        foreach (var record in records)
        {
            foreach (var candidate in index.Candidates(record))
            {
                compared++;
                var verdict = thresholds.Judge(matcher.Score(record, candidate));
                if (verdict == MatchVerdict.Review) held++;
                if (verdict != MatchVerdict.Same) continue;
                linked++;
                if (identity(record) == identity(candidate)) right++;
            }
            index.Add(record);
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var pairs = records.GroupBy(identity).Sum(same => same.Count() * (same.Count() - 1) / 2);
        return new(records.Count, pairs, compared, (double)right / linked, (double)right / pairs, held, compared / seconds);
    }
}

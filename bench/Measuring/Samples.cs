namespace Isthmus.Bench.Measuring;

/// <summary>Medians and percentiles.</summary>
internal static class Samples
{
    public static double Median(IEnumerable<double> values) => Percentile([.. values.Order()], 0.5);

    /// <summary>The nearest-rank percentile of sorted values; 0 where there is none.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, double share) => sorted.Count == 0
        ? 0
        : Math.Round(sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)], 2);
}

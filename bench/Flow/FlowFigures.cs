using Isthmus.Bench.Measuring;

namespace Isthmus.Bench.Flow;

/// <summary>What one run of the flow gave.</summary>
/// <param name="OrdersPerSecond">From the first webhook to the last order in Sage.</param>
/// <param name="P50Ms">Webhook to Sage, in the middle.</param>
/// <param name="P99Ms">Webhook to Sage, of the slowest in a hundred.</param>
/// <param name="AtRate">Orders a second at which the two were measured.</param>
/// <param name="CpuSecondsPer1000">CPU seconds of the app alone for 1,000 orders.</param>
/// <param name="KbWrittenPerOrder">What the app handed to the disk.</param>
/// <param name="ResidentMb">Resident memory of the app at the end.</param>
/// <param name="PeakMb">The most that it held.</param>
/// <param name="CallsPerOrder">Calls to each vendor.</param>
/// <param name="Unsettled">Orders that did not get to Sage: must be 0.</param>
/// <param name="Who">What saturated.</param>
internal sealed record FlowFigures(
    double OrdersPerSecond, double P50Ms, double P99Ms, double AtRate, double CpuSecondsPer1000, double KbWrittenPerOrder,
    double ResidentMb, double PeakMb, IReadOnlyDictionary<string, double> CallsPerOrder, int Unsettled, Saturation Who)
{
    public static IReadOnlyDictionary<string, double> PerOrder(
        IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after, int orders) =>
        after.ToDictionary(vendor => vendor.Key, vendor => Math.Round((vendor.Value - before.GetValueOrDefault(vendor.Key)) / (double)orders, 2));
}

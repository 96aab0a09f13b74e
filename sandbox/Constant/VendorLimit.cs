namespace Isthmus.Sandbox.Constant;

/// <summary>The strictest reading of "so many calls a second": no stretch of one second, wherever it begins, holds more.</summary>
internal sealed class VendorLimit(int calls, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly long[] taken = new long[calls];
    private int oldest;

    public bool TryTake()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            if (taken[oldest] != 0 && time.GetElapsedTime(taken[oldest], now) < Window) return false;
            taken[oldest] = now;
            oldest = (oldest + 1) % calls;
            return true;
        }
    }
}

using Isthmus.Sandbox.Clock;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>25 requests a second in test mode and for one operation, 100 in live mode. Off unless switched on.</summary>
internal sealed class RateLimit(SandboxClock clock)
{
    private const int OneOperation = 25;
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = [];
    private long second;

    public bool On { get; set; }

    public void Check(string operation, bool livemode)
    {
        if (!On) return;
        lock (gate)
        {
            if (clock.UnixSeconds != second) counts.Clear();
            second = clock.UnixSeconds;
            if (Count(livemode ? "live" : "test") > (livemode ? 100 : 25) || Count(operation) > OneOperation) throw Refuse.TooFast();
        }
    }

    private int Count(string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
}

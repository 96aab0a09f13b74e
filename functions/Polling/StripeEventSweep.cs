using Isthmus.Connectors.Stripe;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Polling;

/// <summary>
/// Finds events whose webhook was lost and feeds them through the same inbox; events that came are stored once anyway.
/// </summary>
public sealed class StripeEventSweep(StripeClient stripe, Poller poller, Circuits circuits, FoundStripeEvents events)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Stripe keeps events for 30 days.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(29);

    private Feed Events => new(StripeOptions.Id, "events", Overlap)
    {
        FirstLook = Farthest,
        Read = (since, cancellation) => stripe.ListEventsAsync(since!.Value, [], cancellation),
        TakeAsync = events.TakeAsync,
    };

    /// <summary>Every five minutes and after every start.</summary>
    [Function(nameof(StripeEventSweep))]
    public async Task Run([TimerTrigger("0 */5 * * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if ((await circuits.FindAsync(StripeOptions.Id, cancellation)).State == CircuitState.Flowing) await SweepAsync(cancellation);
    }

    /// <summary>Lists Stripe's events since the last sweep, with an overlap, and takes those that the inbox lacks.</summary>
    /// <returns>How many were found that no webhook had brought.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation) =>
        (await poller.PollAsync(Events, full: false, cancellation)).Taken;
}

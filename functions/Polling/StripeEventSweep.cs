using Isthmus.Connectors.Stripe;
using Isthmus.Core.Checkpoints;
using Isthmus.Core.Connections;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Polling;

/// <summary>
/// Finds events whose webhook was lost and feeds them through the same inbox; events that came are stored once anyway.
/// </summary>
public sealed class StripeEventSweep(
    StripeClient stripe, CheckpointStore checkpoints, Circuits circuits, FoundStripeEvents events, TimeProvider time)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Stripe keeps events for 30 days.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(29);

    /// <summary>Every five minutes and after every start.</summary>
    [Function(nameof(StripeEventSweep))]
    public async Task Run([TimerTrigger("0 */5 * * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if ((await circuits.FindAsync("stripe", cancellation)).State == CircuitState.Flowing) await SweepAsync(cancellation);
    }

    /// <summary>Lists Stripe's events since the last sweep, with an overlap, and takes those that the inbox lacks.</summary>
    /// <returns>How many were found that no webhook had brought.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var since = await checkpoints.GetAsync("stripe", "events", cancellation) ?? started - Farthest;
        var found = await events.TakeAsync(stripe.ListEventsAsync(since - Overlap, [], cancellation), cancellation);
        await checkpoints.SetAsync("stripe", "events", started, cancellation);
        return found;
    }
}

using Isthmus.Connectors.Stripe;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Polling;

/// <summary>
/// Takes the events of the last 30 days that Stripe could not deliver, whatever the checkpoint of the other sweep says: an endpoint
/// may have been down or disabled for longer than anybody looked.
/// </summary>
public sealed class StripeDeliverySweep(StripeClient stripe, Poller poller, Circuits circuits, FoundStripeEvents events)
{
    private Feed Undelivered => new(StripeOptions.Id, "undelivered-events", TimeSpan.Zero)
    {
        Read = (_, cancellation) => stripe.ListUndeliveredEventsAsync(cancellation),
        TakeAsync = events.TakeAsync,
    };

    /// <summary>Every hour, and after a start that missed the hour.</summary>
    [Function(nameof(StripeDeliverySweep))]
    public async Task Run([TimerTrigger("0 5 * * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if ((await circuits.FindAsync(StripeOptions.Id, cancellation)).State == CircuitState.Flowing) await SweepAsync(cancellation);
    }

    /// <summary>Takes those that the inbox lacks.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation) =>
        (await poller.PollAsync(Undelivered, full: true, cancellation)).Taken;
}

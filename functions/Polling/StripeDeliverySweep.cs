using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Connections;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Polling;

/// <summary>
/// Takes the events of the last 30 days that Stripe could not deliver, whatever the checkpoint of the other sweep says: an endpoint
/// may have been down or disabled for longer than anybody looked.
/// </summary>
public sealed class StripeDeliverySweep(StripeClient stripe, Circuits circuits, WebhookIntake intake, IEnumerable<IEventRoute> routes)
{
    /// <summary>Every hour, and after a start that missed the hour.</summary>
    [Function(nameof(StripeDeliverySweep))]
    public async Task Run([TimerTrigger("0 5 * * * *", UseMonitor = true)] TimerInfo timer, CancellationToken cancellation)
    {
        if ((await circuits.FindAsync("stripe", cancellation)).State == CircuitState.Flowing) await SweepAsync(cancellation);
    }

    /// <summary>Takes those that the inbox lacks.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var found = 0;
        await foreach (var stripeEvent in stripe.ListUndeliveredEventsAsync(cancellation))
        {
            var type = stripeEvent.NeedText("type", "stripe");
            if (!routes.Any(route => route.Connection == "stripe" && route.Takes(type))) continue;
            var body = JsonSerializer.SerializeToUtf8Bytes(stripeEvent);
            if (await intake.TakeAsync("stripe", stripeEvent.NeedText("id", "stripe"), type, body, "sweep", cancellation)) found++;
        }
        return found;
    }
}

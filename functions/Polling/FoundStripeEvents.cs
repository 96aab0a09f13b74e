using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;

namespace Isthmus.Functions.Polling;

/// <summary>Feeds events that a sweep found at Stripe through the inbox that webhooks use.</summary>
public sealed class FoundStripeEvents(WebhookIntake intake, IEnumerable<IEventRoute> routes)
{
    /// <summary>Takes those that a flow handles and the inbox lacks.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> TakeAsync(IAsyncEnumerable<JsonElement> events, CancellationToken cancellation)
    {
        var found = 0;
        await foreach (var stripeEvent in events)
        {
            var type = stripeEvent.NeedText("type", StripeOptions.Id);
            if (!routes.Any(route => route.Connection == StripeOptions.Id && route.Takes(type))) continue;
            var body = JsonSerializer.SerializeToUtf8Bytes(stripeEvent);
            var id = stripeEvent.NeedText("id", StripeOptions.Id);
            if (await intake.TakeAsync(StripeOptions.Id, id, type, body, "sweep", cancellation)) found++;
        }
        return found;
    }
}

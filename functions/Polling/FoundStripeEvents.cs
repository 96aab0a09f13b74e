using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Polling;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;

namespace Isthmus.Functions.Polling;

/// <summary>Takes events that a sweep found at Stripe through the inbox that webhooks use.</summary>
public sealed class FoundStripeEvents(WebhookIntake intake, IEnumerable<IEventRoute> routes)
{
    /// <summary>Takes those of a page that a flow handles and the inbox lacks.</summary>
    public async Task<PollCounts> TakeAsync(IReadOnlyList<JsonElement> page, CancellationToken cancellation)
    {
        var (taken, skipped) = (0, 0);
        foreach (var stripeEvent in page)
        {
            var type = stripeEvent.NeedText("type", StripeOptions.Id);
            if (!routes.Any(route => route.Connection == StripeOptions.Id && route.Takes(type)))
            {
                skipped++;
                continue;
            }
            var body = JsonSerializer.SerializeToUtf8Bytes(stripeEvent);
            var id = stripeEvent.NeedText("id", StripeOptions.Id);
            if (await intake.TakeAsync(StripeOptions.Id, id, type, body, "sweep", cancellation)) taken++;
        }
        return new PollCounts(page.Count, taken, page.Count - taken - skipped, skipped);
    }
}

using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Canonical;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Disputes;

/// <summary>Reads a dispute afresh from Stripe and finds the order that it concerns.</summary>
public sealed partial class ReadDispute(
    StripeClient stripe, Mapper mapper, IPayloadStore payloads, RunStore runs, BookedOrders orders, StepRunner steps, ILogger<ReadDispute> log)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ReadDispute))]
    public Task<StepResult<DisputeHead>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "read the dispute", async (id, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = DisputeOrchestration.Flow, Key = id });
            var document = await stripe.GetDisputeAsync(id, CancellationToken.None);
            var json = mapper.Map("stripe-dispute", document, notes);
            var dispute = CanonicalJson.Read<Dispute>(json);
            var head = await OrderAsync(DisputeHead.Of(dispute, await payloads.PutAsync(json)), document, step.RunId);
            notes.Key = dispute.PaymentKey;
            notes.Detail = head.Waits is null ? head.Note : $"{head.Note}. {head.Waits}";
            if (head.Alert is { } alert) LogOpen(log, id, head.PaymentIntent, alert);
            return head;
        });

    private async Task<DisputeHead> OrderAsync(DisputeHead head, JsonElement document, string runId)
    {
        if (head.PaymentIntent.Length == 0) return head with { Waits = "The payment belongs to no payment intent; no order came from it." };
        var intent = document.TryGetProperty("payment_intent", out var whole) ? whole : default;
        var order = await orders.FindAsync(intent, head.PaymentIntent, runId);
        var number = (await runs.FindAsync(OrderToCashOrchestration.InstanceId(head.PaymentIntent)))?.Number;
        if (number is not null)
            await runs.BeginAsync(new Run { Id = runId, Flow = DisputeOrchestration.Flow, Key = head.DisputeId, Number = number });
        return head with { OrderNumber = number, InvoiceId = order.InvoiceId, SalesOrderId = order.SalesOrderId, Waits = order.Waits };
    }

    [LoggerMessage(1040, LogLevel.Warning, "Dispute {Dispute} of payment {Payment} wants an answer: {Alert}")]
    private static partial void LogOpen(ILogger logger, string dispute, string payment, string alert);
}

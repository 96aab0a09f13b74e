using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Mapping;
using Isthmus.Core.Audit;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.OrderToCash;

/// <summary>
/// Writes Zoho's ids into the payment intent's metadata, so that people and other programs find them from Stripe.
/// </summary>
public sealed class WriteBackToStripe(StripeClient stripe, Mapper mapper, IPayloadStore payloads, AuditTrail audit, StepRunner steps)
{
    /// <summary>The activity; writing the same again changes nothing.</summary>
    [Function(nameof(WriteBackToStripe))]
    public Task<StepResult<Nothing>> Run([ActivityTrigger] Step<CarriedOrder> step) =>
        steps.RunAsync(step, "write back to Stripe", async (carried, notes) =>
        {
            var context = new MappingContext
            {
                Variables = new Dictionary<string, string>
                {
                    ["contactId"] = carried.ContactId,
                    ["salesorderId"] = carried.SalesOrder.Id,
                    ["salesorderNumber"] = carried.SalesOrder.Number,
                    ["invoiceId"] = carried.Invoice.Id,
                    ["invoiceNumber"] = carried.Invoice.Number,
                    ["paymentId"] = carried.PaymentId,
                },
            };
            var json = mapper.Map("order-to-stripe-metadata", await payloads.GetAsync(carried.Head.Order), notes, context);
            var metadata = JsonSerializer.Deserialize<Dictionary<string, string>>(json.Span)!;
            var intent = carried.Head.PaymentIntent;
            // Stripe remembers an error under its key for a day; writing the same metadata under another does no harm.
            var key = $"write-back:{intent}:{carried.PaymentId}:{step.Attempt}";
            await stripe.WriteMetadataAsync(intent, metadata, key, CancellationToken.None);
            await audit.AddAsync(step.RunId, "write back", $"stripe.payment_intent/{intent}", "written", notes.Mapping, notes.Fields);
            return Nothing.Value;
        });
}

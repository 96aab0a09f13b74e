using Isthmus.Connectors.Stripe;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Writes Zoho's ids into the payment intent's metadata, so that people and other programs find them from Stripe.</summary>
public sealed class WriteBackToStripe(StripeClient stripe, StepRunner steps)
{
    /// <summary>The activity; writing the same again changes nothing.</summary>
    [Function(nameof(WriteBackToStripe))]
    public Task<StepResult<Nothing>> Run([ActivityTrigger] Step<CarriedOrder> step) =>
        steps.RunAsync(step, "write back to Stripe", async (carried, _) =>
        {
            var metadata = new Dictionary<string, string>
            {
                ["zoho_contact_id"] = carried.ContactId,
                ["zoho_salesorder_id"] = carried.SalesOrder.Id,
                ["zoho_invoice_id"] = carried.Invoice.Id,
                ["zoho_payment_id"] = carried.PaymentId,
            };
            var intent = carried.Head.PaymentIntent;
            await stripe.WriteMetadataAsync(intent, metadata, $"write-back:{intent}:{carried.PaymentId}", CancellationToken.None);
            return Nothing.Value;
        });
}

using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Cancellations;

/// <summary>Reads afresh whether a payment is cancelled, or an order void, and which order that concerns.</summary>
public sealed class FindOrderToCancel(
    StripeClient stripe, ZohoInventoryClient zoho, CrossReferenceStore references, RunStore runs, IOptions<CancellationOptions> rules,
    StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(FindOrderToCancel))]
    public Task<StepResult<OrderToCancel>> Run([ActivityTrigger] Step<CancellationInput> step) =>
        steps.RunAsync(step, "find the order to cancel", async (input, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = CancellationOrchestration.Flow, Key = input.Key });
            var found = input.ByPayment ? await OfPaymentAsync(input.Key) : await OfOrderAsync(input.Key, "The order is void in Zoho.");
            if (!input.ByPayment && !found.Void) found = Nothing("The order is not void in Zoho.");
            if (found.Number.Length > 0) notes.Key = found.Number;
            notes.Detail = found.Why;
            return found;
        });

    private async Task<OrderToCancel> OfPaymentAsync(string intentId)
    {
        if (!rules.Value.VoidInZoho) return Nothing("Isthmus:Cancellations:VoidInZoho is false.");
        var intent = await stripe.GetPaymentIntentAsync(intentId, CancellationToken.None);
        var status = intent.FindText("status");
        if (status != "canceled") return Nothing($"The payment is not cancelled; it is {status?.Replace('_', ' ')}.");
        var id = await KnownAsync(intent, intentId) ?? await ByReferenceAsync(intentId);
        return id is null ? Nothing("No order in Zoho belongs to the payment.") : await OfOrderAsync(id, "The payment was cancelled in Stripe.");
    }

    private async Task<string?> KnownAsync(JsonElement intent, string intentId) =>
        intent.TryGetProperty("metadata", out var metadata) && metadata.FindText("zoho_salesorder_id") is { Length: > 0 } written
            ? written : (await references.FindAsync(intentId, "zoho-inventory.salesorder"))?.Id;

    private async Task<string?> ByReferenceAsync(string intentId) =>
        (await zoho.FindSalesOrdersByReferenceAsync(intentId, CancellationToken.None))
        .Select(row => row.FindText("salesorder_id")).FirstOrDefault();

    private async Task<OrderToCancel> OfOrderAsync(string id, string why)
    {
        try
        {
            var order = await zoho.GetSalesOrderAsync(id, CancellationToken.None);
            return new OrderToCancel(id, order.FindText("salesorder_number") ?? "", why, order.FindText("status") == "void");
        }
        catch (FailureException gone) when (gone.Failure.Class == FailureClass.ReferenceMissing)
        {
            return new OrderToCancel(id, "", "The order was deleted in Zoho.", true);
        }
    }

    private static OrderToCancel Nothing(string why) => new("", "", why, false);
}

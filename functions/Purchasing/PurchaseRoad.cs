using Isthmus.Core.Runs;
using Isthmus.Functions.Purchasing.Receipts;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Purchasing;

/// <summary>The way of a purchase order from where it was entered to the other system, and what was received of it both ways.</summary>
/// <param name="Flow">The flow's name.</param>
/// <param name="Read">The activity that reads the order.</param>
/// <param name="Vendor">The activity that finds or creates its vendor.</param>
/// <param name="Write">The activity that writes the order.</param>
internal sealed record PurchaseRoad(string Flow, string Read, string Vendor, string Write)
{
    /// <summary>Carries the present state across; news that came meanwhile starts it over.</summary>
    public async Task<string> CarryAsync(TaskOrchestrationContext context, PurchaseInput input)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        ReadPurchase? purchase = null;
        try
        {
            purchase = await context.StepAsync<PurchaseInput, ReadPurchase>(Read, input);
            var (state, outcome) = purchase.Order is null ? (RunState.Ignored, purchase.Why!) : await WriteAsync(context, purchase);
            if (!news.IsCompleted) await context.EndAsync(state, outcome, purchase.Number);
            if (news.IsCompleted) context.ContinueAsNew(input, preserveUnprocessedEvents: true);
            return outcome;
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.Key, purchase?.Order);
        }
    }

    private async Task<(RunState State, string Outcome)> WriteAsync(TaskOrchestrationContext context, ReadPurchase purchase)
    {
        var vendor = purchase.Open ? await context.StepAsync<ReadPurchase, string>(Vendor, purchase) : null;
        var written = await context.StepAsync<PurchaseOfVendor, WrittenPurchase>(Write, new(purchase, vendor));
        if (written.Pair is not { } pair) return (RunState.Ignored, written.Outcome);
        var received = await context.StepAsync<PurchasePair, string>(nameof(CarryReceipts), pair);
        return (RunState.Done, $"{written.Outcome} {received}");
    }
}

using Isthmus.Core.Audit;
using Isthmus.Core.Deals;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Deals;

/// <summary>Shows on the deal the order that it became.</summary>
public sealed class ShowDealOrder(DealView view, AuditTrail audit, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ShowDealOrder))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<DealOrder> step) =>
        steps.RunAsync(step, "show the order on the deal", async (order, notes) =>
        {
            if (!await view.ShowAsync(order, notes)) return notes.Detail = "The deal is gone.";
            await audit.AddAsync(
                step.RunId, "show order", $"zoho-crm.deal/{order.DealId}", "written", notes.Mapping, notes.Fields);
            return notes.Detail = $"The deal shows order {order.Number}.";
        });
}

using Isthmus.Core.Audit;
using Isthmus.Core.Deals;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Deals.Invoices;

/// <summary>
/// Reads the invoices of an order afresh and shows them on its deal, unless a later order of the deal is shown there.
/// </summary>
public sealed class CarryDealInvoices(
    BooksInvoices invoices, DealStore store, DealView view, RunStore runs, AuditTrail audit, StepRunner steps)
{
    private const string Document = "sage-300-invoices-to-crm-deal";

    /// <summary>The activity.</summary>
    [Function(nameof(CarryDealInvoices))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<DealInvoicesInput> step) =>
        steps.RunAsync(step, "show the invoices on the deal", async (input, notes) =>
        {
            var followed = await store.FollowedAsync(input.Key);
            await runs.BeginAsync(new Run
            {
                Id = step.RunId, Flow = DealInvoicesOrchestration.Flow, Key = input.Key,
                Number = followed?.Order.Number, State = RunState.Running,
            });
            return notes.Detail = followed is null ? "The order is not followed any more."
                : await ShowAsync(followed, step.RunId, notes);
        });

    private async Task<string> ShowAsync(FollowedOrder followed, string runId, StepNotes notes)
    {
        var order = followed.Order;
        var found = await invoices.ReadAsync(order, CancellationToken.None);
        if ((await store.FindAsync(order.DealId)).Order?.Winning > order.Winning)
            return await LeaveAsync(order, $"The deal shows a later order than {order.Number}.");
        object source = found is null
            ? new { state = "deleted" }
            : new { numbers = found.Numbers, date = found.Date, total = found.Total, due = found.Due, state = found.State };
        if (!await view.ShowAsync(order.DealId, Document, source, notes)) return await LeaveAsync(order, "The deal is gone.");
        await audit.AddAsync(runId, "show invoices", $"zoho-crm.deal/{order.DealId}", found?.State ?? "deleted", notes.Mapping,
            notes.Fields);
        if (found is null) return await LeaveAsync(order, $"Order {order.Number} was deleted in Sage 300.");
        await store.ShowedAsync(followed with { Shown = found.Mark });
        if (found.Over) await store.LeaveAsync(order);
        return $"The deal shows invoice {found.Numbers} of order {order.Number}.";
    }

    private async Task<string> LeaveAsync(DealOrder order, string words)
    {
        await store.LeaveAsync(order);
        return words;
    }
}

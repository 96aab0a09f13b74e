using Isthmus.Connectors.Stripe;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// Reads a page of a payout's lines, finds the record of each and stores them in one transaction; a repeat writes the same rows. A
/// line whose record is still on its way gets a run that waits for it.
/// </summary>
public sealed class MatchPayoutPage(
    StripeClient stripe, StripeLines lines, LineMatching matching, OpenLines open, ReconciliationStore store, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(MatchPayoutPage))]
    public Task<StepResult<MatchedPage>> Run([ActivityTrigger] Step<PayoutPage> step, [DurableClient] DurableTaskClient client) =>
        steps.RunAsync(step, "match a page of lines", async (page, notes) =>
        {
            var found = await stripe.ListPayoutTransactionsAsync(page.PayoutId, page.After, CancellationToken.None);
            var matched = await Task.WhenAll(found.Rows.Select(row => matching.MatchAsync(lines.Read(row, notes))));
            foreach (var line in matched.Where(line => line.Awaits is null)) await open.SettleAsync(page.PayoutId, line);
            if (matched.Length > 0) await store.PutLinesAsync(page.PayoutId, matched);
            foreach (var line in matched.Where(line => line.Awaits is not null))
                await FlowStart.StartUnlessAtWorkAsync(
                    client, nameof(PayoutLineOrchestration.MatchLineAgain), PayoutLineOrchestration.InstanceId(line.Id),
                    new PayoutLineInput(page.PayoutId, line.Id), CancellationToken.None);
            notes.Detail = $"{matched.Length} lines, {matched.Count(line => line.State == LineState.Open)} open.";
            return new MatchedPage(found.Next);
        });
}

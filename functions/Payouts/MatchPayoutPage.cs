using Isthmus.Connectors.Stripe;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// Reads a page of a payout's lines, finds the record of each and stores them in one transaction; a repeat writes the same rows.
/// </summary>
public sealed class MatchPayoutPage(
    StripeClient stripe, StripeLines lines, LineMatching matching, OpenLines open, ReconciliationStore store, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(MatchPayoutPage))]
    public Task<StepResult<MatchedPage>> Run([ActivityTrigger] Step<PayoutPage> step) =>
        steps.RunAsync(step, "match a page of lines", async (page, notes) =>
        {
            var found = await stripe.ListPayoutTransactionsAsync(page.PayoutId, page.After, CancellationToken.None);
            var matched = await Task.WhenAll(found.Rows.Select(row => matching.MatchAsync(lines.Read(row, notes))));
            foreach (var line in matched) await open.SettleAsync(page.PayoutId, line);
            if (matched.Length > 0) await store.PutLinesAsync(page.PayoutId, matched);
            notes.Detail = $"{matched.Length} lines, {matched.Count(line => line.State == LineState.Open)} open.";
            return new MatchedPage(found.Next);
        });
}

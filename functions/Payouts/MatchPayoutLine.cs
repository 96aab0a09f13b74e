using Isthmus.Connectors.Stripe;
using Isthmus.Core.Failures;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Payouts;

/// <summary>Reads one line afresh and matches it; its payout is added up again.</summary>
public sealed class MatchPayoutLine(
    StripeClient stripe, StripeLines lines, LineMatching matching, ReconciliationStore store, StepRunner steps)
{
    /// <summary>The activity; answers with a line for people.</summary>
    [Function(nameof(MatchPayoutLine))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<PayoutLineInput> step) =>
        steps.RunAsync(step, "match the line", async (input, notes) =>
        {
            var transaction = await stripe.GetBalanceTransactionAsync(input.LineId, CancellationToken.None);
            var line = await matching.MatchAsync(lines.Read(transaction, notes));
            if (line.State == LineState.Open) throw new FailureException(OpenLines.FailureOf(line));
            await store.PutLinesAsync(input.PayoutId, [line]);
            if (await store.FindAsync(input.PayoutId) is { } payout)
                await store.PutAsync(payout.Judge(await store.TotalAsync(input.PayoutId)));
            return notes.Detail = OpenLines.Outcome(line);
        });
}

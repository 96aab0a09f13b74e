using Isthmus.Connectors.Stripe;
using Isthmus.Core.Failures;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Payouts;

/// <summary>Reads one line afresh and matches it; its payout is added up again.</summary>
public sealed class MatchPayoutLine(
    StripeClient stripe, StripeLines lines, LineMatching matching, ReconciliationStore store, RunStore runs, RunFollowers followers,
    StepRunner steps)
{
    /// <summary>The activity. A run that is still on its way to book the line tells this one when it has ended.</summary>
    [Function(nameof(MatchPayoutLine))]
    public Task<StepResult<MatchedLine>> Run([ActivityTrigger] Step<PayoutLineInput> step) =>
        steps.RunAsync(step, "match the line", async (input, notes) =>
        {
            await runs.BeginAsync(new Run
            {
                Id = step.RunId, Flow = PayoutLineOrchestration.Flow, Key = input.LineId, Number = input.PayoutId,
            });
            var transaction = await stripe.GetBalanceTransactionAsync(input.LineId, CancellationToken.None);
            var line = await matching.MatchAsync(lines.Read(transaction, notes));
            if (line.Awaits is { } busy && !input.Last)
            {
                await followers.AddAsync(busy, step.RunId);
                notes.Detail = line.Reason;
                return new MatchedLine("", line.Reason);
            }
            if (line.State == LineState.Open) throw new FailureException(OpenLines.FailureOf(line));
            await store.PutLinesAsync(input.PayoutId, [line]);
            if (await store.FindAsync(input.PayoutId) is not null) await store.JudgeAsync(input.PayoutId, payout => payout);
            return new MatchedLine(notes.Detail = OpenLines.Outcome(line), null);
        });
}

using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Runs;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// Keeps a dead letter for each line that is open, and closes it when the line is not any more: each line is a record of its own,
/// so that one bad line never fails its payout.
/// </summary>
public sealed class OpenLines(RunStore runs, DeadLetterStore letters, IOptions<FailurePolicyOptions> policy)
{
    /// <summary>Opens or closes the line's dead letter. Doing it again changes nothing.</summary>
    public async Task SettleAsync(string payout, PayoutLine line)
    {
        var run = PayoutLineOrchestration.InstanceId(line.Id);
        var open = await letters.FindOpenAsync(run);
        if (line.State == LineState.Open && open is null) await OpenAsync(run, payout, line);
        if (line.State == LineState.Open || open is null) return;
        await runs.SetStateAsync(run, RunState.Done, Outcome(line));
        await letters.CloseAsync(run);
    }

    /// <summary>What keeps a line open.</summary>
    public static Failure FailureOf(PayoutLine line) => new(
        line.Code is "amount-differs" or "recorded-twice" ? FailureClass.Conflict : FailureClass.ReferenceMissing,
        "isthmus", "match the line", line.Code ?? "open", line.Reason ?? "", line.Cure ?? "");

    /// <summary>What became of a line, in words.</summary>
    public static string Outcome(PayoutLine line) =>
        line.State == LineState.Matched ? $"Matched with {string.Join(", ", line.Records)}." : line.Reason ?? "Explained.";

    private async Task OpenAsync(string run, string payout, PayoutLine line)
    {
        var failure = FailureOf(line);
        await runs.BeginAsync(new Run
        {
            Id = run, Flow = PayoutLineOrchestration.Flow, Key = line.Id, Number = payout, State = RunState.DeadLettered,
            Outcome = $"{failure.Message} {failure.Cure}",
        });
        await letters.AddAsync(new DeadLetter
        {
            RunId = run, Flow = PayoutLineOrchestration.Flow, Key = line.Id, Step = nameof(MatchPayoutLine), Failure = failure,
            Owner = FailurePolicy.Owner(failure, policy.Value),
            Resume = JsonSerializer.Serialize(new PayoutLineInput(payout, line.Id)),
        });
    }
}

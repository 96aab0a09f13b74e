using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Deals;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Deals;

/// <summary>
/// Reads the deal as it stands and counts its winnings. A deal that was never won leaves nothing behind.
/// </summary>
public sealed class ReadDeal(
    ZohoCrmClient crm, DealStages stages, DealStore store, WonDeals won, OrderedDeals ordered, DealRules rules, RunStore runs,
    StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ReadDeal))]
    public Task<StepResult<DealRead>> Run([ActivityTrigger] Step<DealInput> step) =>
        steps.RunAsync(step, "read the deal", async (input, notes) =>
        {
            await runs.BeginAsync(new Run
            {
                Id = step.RunId, Flow = DealOrchestration.Flow, Key = input.DealId, State = RunState.Running,
            });
            var deal = await crm.GetAsync("Deals", input.DealId, CancellationToken.None);
            var now = deal is { } there ? await OutcomeAsync(there) : DealOutcome.Gone;
            var known = await store.FindAsync(input.DealId);
            if (known.Winning == 0 && LeftAlone(deal, now) is { } why) return new DealRead(RunState.Ignored, notes.Detail = why);
            var state = Winnings.See(known, now, rules.Options.WonAgain);
            if (state != known) await store.SaveAsync(state);
            var read = state.Stand switch
            {
                _ when now != DealOutcome.Won => await ordered.NotWonAsync(state),
                WinningStand.Ordered => await ordered.CompareAsync(state, deal!.Value, notes),
                WinningStand.Declined => new DealRead(RunState.Ignored,
                    $"Winning {state.Winning} of the deal is not ordered: so it was decided."),
                _ => await won.ReadAsync(state, deal!.Value, input.Order, notes),
            };
            notes.Detail = read.Question?.Words ?? read.Words;
            return read;
        });

    private Task<DealOutcome> OutcomeAsync(JsonElement deal) =>
        stages.OutcomeOfAsync(deal.NeedText("Stage", ZohoCrmOptions.Id), CancellationToken.None);

    /// <summary>Why a deal that was never won here is none of ours.</summary>
    private string? LeftAlone(JsonElement? deal, DealOutcome now)
    {
        if (now != DealOutcome.Won) return $"The deal is {now.ToString().ToLowerInvariant()}.";
        var closed = DateOnly.TryParseExact(
            deal?.FindText("Closing_Date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
                : DateOnly.MaxValue;
        return closed < rules.ClosedFrom ? $"The deal closed before {rules.Options.ClosedFrom}." : null;
    }
}

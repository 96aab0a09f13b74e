using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Core.Stock;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>Keeps a dead letter for each quantity that Zoho refuses, as a batch of its own, and closes it when one arrives.</summary>
public sealed class RefusedStock(RunStore runs, DeadLetterStore letters, StockStore store, IOptions<FailurePolicyOptions> policy)
{
    /// <summary>The run of one quantity.</summary>
    public static string RunOf(WantedStock wanted) => "stock-" + wanted.Key.Replace('|', '_').Replace('%', '_');

    /// <summary>Opens the dead letter. Doing it again changes nothing.</summary>
    public async Task OpenAsync(WantedStock wanted, Failure failure)
    {
        var run = RunOf(wanted);
        await runs.BeginAsync(new Run
        {
            Id = run, Flow = StockToZohoOrchestration.Flow, Key = run, Number = wanted.Item, State = RunState.DeadLettered,
            Outcome = $"{failure.Message} {failure.Cure}",
        });
        await letters.AddAsync(new DeadLetter
        {
            RunId = run, Flow = StockToZohoOrchestration.Flow, Key = run, Step = nameof(WriteAdjustment), Failure = failure,
            Owner = FailurePolicy.Owner(failure, policy.Value),
        });
        await store.RefuseAsync([wanted], run);
    }

    /// <summary>Closes the dead letter of a quantity that arrived, whichever batch carried it.</summary>
    public async Task CloseAsync(WantedStock wanted)
    {
        var run = RunOf(wanted);
        if (await letters.FindOpenAsync(run) is null) return;
        await runs.SetStateAsync(run, RunState.Done, "The quantity arrived.");
        await letters.CloseAsync(run);
    }
}

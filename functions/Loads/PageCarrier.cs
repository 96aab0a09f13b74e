using System.Collections.Concurrent;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;
using Isthmus.Core.Loads;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Loads;

/// <summary>
/// Carries the records of a page, several at a time. One that fails for good becomes a dead letter and its neighbours go on; one
/// that may yet succeed is tried again with the page.
/// </summary>
public sealed class PageCarrier(
    LoadStore loads, LoadKinds kinds, RefusedRecords refused, IOptions<LoadOptions> rules, IOptions<FailurePolicyOptions> policy,
    TimeProvider time)
{
    /// <summary>A page ends well before the time of its activity does; what is left of it comes again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);

    /// <summary>Carries what is not settled yet.</summary>
    /// <param name="load">The load.</param>
    /// <param name="records">The page.</param>
    /// <param name="attempt">How often the page was tried; 1 for the first time.</param>
    /// <returns>What became of the records; null when there was no time for all of them.</returns>
    /// <exception cref="FailureException">A record is to be tried again later.</exception>
    public async Task<LoadCounts?> CarryAsync(Load load, IReadOnlyList<JsonElement> records, int attempt)
    {
        var page = new Page(load, kinds.Records(load.Kind), await loads.OpenPageAsync(load), attempt, time.GetTimestamp());
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(rules.Value.Parallel, 1, 64) };
        await Parallel.ForEachAsync(records, lanes, async (record, _) => await CarryAsync(page, record));
        if (page.Later is { } failure) throw new FailureException(failure);
        return page.Outcomes.Count == records.Count ? LoadCounts.Of(page.Outcomes) : null;
    }

    private async Task CarryAsync(Page page, JsonElement record)
    {
        var key = page.Kind.KeyOf(record);
        if (page.Ledger.Find(key) is { } known)
        {
            page.Outcomes.Add(known);
            return;
        }
        if (page.Over || time.GetElapsedTime(page.Began) > Longest) return;
        if (await TryAsync(page, key, record) is not { } outcome) return;
        await page.Ledger.AddAsync(key, outcome);
        page.Outcomes.Add(outcome);
    }

    /// <summary>Each record waits for its own turn at the vendor, so that a load does not push ahead of the day's orders.</summary>
    private async Task<LoadOutcome?> TryAsync(Page page, string key, JsonElement record)
    {
        var load = page.Load;
        using var turn = CallTurn.Start($"{load.Id}|{key}");
        try
        {
            var outcome = await page.Kind.CarryAsync(key, record, load.Id, load.DryRun);
            if (!load.DryRun && outcome != LoadOutcome.Skipped) await refused.CloseAsync(load.Kind, key);
            return outcome;
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            var failure = StepRunner.Describe(failed, $"load {load.Kind}");
            var action = FailurePolicy.Decide(failure, page.Attempt, policy.Value).Action;
            if (MayPass(action, failure, page.Attempt))
            {
                page.Postpone(failure, action == FailureAction.PauseConnection || failure.Class == FailureClass.Throttled);
                return null;
            }
            if (!load.DryRun) await refused.OpenAsync(load.Kind, key, failure);
            return LoadOutcome.Failed;
        }
    }

    private bool MayPass(FailureAction action, Failure failure, int attempt) => action switch
    {
        FailureAction.PauseConnection => true,
        FailureAction.RetryNow or FailureAction.RetryLater => failure.Class == FailureClass.Throttled || attempt < rules.Value.Tries,
        _ => false,
    };

    /// <summary>A page under way.</summary>
    private sealed record Page(Load Load, IRecordLoad Kind, PageLedger Ledger, int Attempt, long Began)
    {
        private volatile bool over;
        private Failure? later;

        public ConcurrentBag<LoadOutcome> Outcomes { get; } = [];

        /// <summary>True when no further record is begun.</summary>
        public bool Over => over;

        /// <summary>Why the page is carried again; null when it need not be.</summary>
        public Failure? Later => later;

        /// <summary>Has the page carried again; what concerns the connection ends it at once.</summary>
        public void Postpone(Failure failure, bool concernsAll)
        {
            if (concernsAll) (later, over) = (failure, true);
            else Interlocked.CompareExchange(ref later, failure, null);
        }
    }
}

using Isthmus.Core.Audit;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Inbox;
using Isthmus.Core.Payloads;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Retention;
using Isthmus.Core.Runs;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Polling;
using Isthmus.Functions.ZohoCrm;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Retention;

/// <summary>How many of one kind a round removed.</summary>
/// <param name="Kind">histories, inbox, payloads, dead letters, runs, reconciliation, CRM records, audit.</param>
/// <param name="Removed">How many records.</param>
/// <param name="Finished">False when the round's time was over before all that is old was gone; the next goes on.</param>
public sealed record PurgedKind(string Kind, int Removed, bool Finished);

/// <summary>
/// Removes what is past its retention, kind by kind, each for a limited time and in small batches. It keeps nothing in mind
/// between rounds: what is old is found again by its age, so a round that dies costs nothing.
/// </summary>
public sealed partial class RetentionRound(
    RetentionOptions keep, RunStore runs, EventInbox inbox, DeadLetterStore letters, AuditTrail audit, TieredPayloadStore payloads,
    NeededPayloads needed, ReconciliationStore reconciliation, CrmGoneRecords gone, TimeProvider time, ILogger<RetentionRound> log)
{
    /// <summary>Cross-references are never purged: they are what keeps a late repeat from writing twice.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="span">How long each kind may take.</param>
    /// <param name="cancellation">Ends the round.</param>
    public async Task<IReadOnlyList<PurgedKind>> RunAsync(DurableTaskClient client, TimeSpan span, CancellationToken cancellation)
    {
        (string Kind, int Days, Func<DateTimeOffset, PurgeBudget, Task> Purge)[] kinds =
        [
            ("histories", keep.Histories, (before, budget) => HistoriesAsync(client, before, span, budget, cancellation)),
            ("inbox", keep.Inbox, (before, budget) => InboxAsync(before, budget, cancellation)),
            ("payloads", keep.Payloads, (before, budget) => PayloadsAsync(client, before, budget, cancellation)),
            ("dead letters", keep.DeadLetters, (before, budget) => letters.PurgeAsync(before, budget, cancellation)),
            ("runs", keep.Runs, (before, budget) => RunsAsync(before, budget, cancellation)),
            ("reconciliation", keep.Reconciliation, (before, budget) => reconciliation.PurgeAsync(before, budget, cancellation)),
            ("CRM records", keep.CrmRecords, (before, budget) => gone.PurgeAsync(before, budget, cancellation)),
            ("audit", keep.Audit, (before, budget) => AuditAsync(before, budget, cancellation)),
        ];
        var purged = new List<PurgedKind>();
        foreach (var (kind, days, purge) in kinds.Where(kind => kind.Days > 0))
        {
            var budget = new PurgeBudget(time, span);
            await purge(time.GetUtcNow().AddDays(-days), budget);
            purged.Add(new PurgedKind(kind, budget.Removed, !budget.Spent));
        }
        return purged;
    }

    private static async Task HistoriesAsync(
        DurableTaskClient client, DateTimeOffset before, TimeSpan span, PurgeBudget budget, CancellationToken cancellation)
    {
        OrchestrationRuntimeStatus[] over =
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];
        var filter = new PurgeInstancesFilter(null, before, over) { Timeout = span };
        budget.Took((await client.PurgeAllInstancesAsync(filter, cancellation)).PurgedInstanceCount);
    }

    private async Task InboxAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        async Task<bool> IsOpenAsync(InboxEntry entry) =>
            entry.Outcome is { } run && await letters.FindOpenAsync(run, cancellation) is not null;
        foreach (var connection in InboxSweep.Connections)
            await inbox.PurgeAsync(connection, before, IsOpenAsync, budget, cancellation);
    }

    private async Task PayloadsAsync(DurableTaskClient client, DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation) =>
        await payloads.PurgeAsync(before, await needed.FindAsync(client, cancellation), budget, cancellation);

    private async Task RunsAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        foreach (var flow in Flows.All) await runs.PurgeAsync(flow, before, budget, cancellation);
    }

    /// <summary>What is removed of the audit is itself audited.</summary>
    private async Task AuditAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation)
    {
        foreach (var month in await audit.PurgeAsync(before, budget, cancellation))
        {
            if (month.Broken) LogBroken(log, month.Month, month.Upto);
            else
                await audit.AddAsync(
                    "retention", "purge audit", "audit/" + month.Month, $"removed up to entry {month.Upto}, {month.Hash}",
                    cancellation: cancellation);
        }
    }

    [LoggerMessage(1202, LogLevel.Error,
        "The audit of {Month} is past its retention but broken after entry {Upto}: it is kept. Verify it")]
    private static partial void LogBroken(ILogger logger, string month, long upto);
}

using System.Collections.Concurrent;
using Isthmus.Core.Failures;
using Isthmus.Core.Loads;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Carrying;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>
/// One look at a source: what changed since the checkpoint, everything, or every night what may still change. Records are gathered over
/// pages, so that a thousand changes cost ten writes wherever they lie. How far it came is kept; a look that ends early goes on there.
/// </summary>
internal sealed class MasterLook(
    FlowStates states, PageSorting sorting, RecordWriting writing, WaitingRound waiting, GoneRecords gone, OldRefusals refusals,
    CrmDrift drift, MasterDataOptions rules, TimeProvider time)
{
    private const int WritesFrom = 1_000;
    private const int PagesAPlace = 20;

    /// <summary>A look ends well before the time of its function does.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(200);

    private readonly ConcurrentDictionary<string, (DateTimeOffset StartedAt, SeenKeys Keys)> seen = new(StringComparer.Ordinal);

    /// <summary>Looks.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="reach">How much it reads.</param>
    /// <param name="client">Starts the runs that ask a person.</param>
    /// <param name="cancellation">Ends the look; what was carried is kept.</param>
    /// <exception cref="FailureException">It could not go on; the next look goes on where it stopped.</exception>
    public async Task<LookReport> GoAsync(
        IMasterFlow flow, LookReach reach, DurableTaskClient client, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var state = await states.FindAsync(flow.Name, cancellation);
        var place = PlaceOf(flow, state, reach);
        var look = new LookUnderWay(flow, place, KeysOf(flow, place));
        try
        {
            while (!look.Read && time.GetElapsedTime(began) < Longest) await PageAsync(look, cancellation);
        }
        catch (FailureException stale) when (place.After is not null && stale.Failure.Class is FailureClass.Validation or FailureClass.Permanent)
        {
            // The source does not know the place any more: the next look begins at the beginning.
            await states.ChangeAsync(flow.Name, now => now with { Position = null }, cancellation);
            throw;
        }
        await FlushAsync(look, cancellation);
        if (!look.Read) return look.Report(ended: false);
        if (look.Keys is { } shown && place.Unsettled) await refusals.TakeAsync(flow, shown, cancellation);
        else if (look.Keys is { } keys) await gone.TakeAsync(flow, keys, look.Mode, cancellation);
        else if (place.Since is { } since && await flow.DeletedAsync(since, cancellation) is { Count: > 0 } deleted)
            await gone.TakeAsync(flow, deleted, look.Mode, cancellation);
        if (place.Full && state.Compared is { } compared) await drift.TakeAsync(flow, compared, cancellation);
        look.Add(await waiting.GoAsync(flow, look.Mode, client, cancellation));
        await EndAsync(look, state, time.GetElapsedTime(began), cancellation);
        seen.TryRemove(flow.Name, out _);
        return look.Report(ended: true);
    }

    /// <summary>A look that is under way goes on, unless more is wanted. What settled is left out once it was carried.</summary>
    private LookPosition PlaceOf(IMasterFlow flow, FlowState state, LookReach reach)
    {
        if (reach == LookReach.Unsettled && (!flow.Settles || state.Until is null)) reach = LookReach.Everything;
        if (state.Position is { } left && ReachOf(left) >= reach) return left;
        var since = reach == LookReach.Changes ? state.Until - flow.Overlap : null;
        return new LookPosition(since, null, time.GetUtcNow(), LoadCounts.None) { Unsettled = reach == LookReach.Unsettled };
    }

    private static LookReach ReachOf(LookPosition place) =>
        !place.Full ? LookReach.Changes : place.Unsettled ? LookReach.Unsettled : LookReach.Everything;

    /// <summary>The keys that a look at everything has seen, over its pauses too; null where it began in another process.</summary>
    private SeenKeys? KeysOf(IMasterFlow flow, LookPosition place)
    {
        if (!place.Full) return null;
        if (place.After is null) seen[flow.Name] = (place.StartedAt, new SeenKeys());
        return seen.TryGetValue(flow.Name, out var kept) && kept.StartedAt == place.StartedAt ? kept.Keys : null;
    }

    private async Task PageAsync(LookUnderWay look, CancellationToken cancellation)
    {
        var query = new SourceQuery(look.Place.Since, look.After, rules.PageSize)
        {
            UnsettledAt = look.Place.Unsettled ? look.Place.StartedAt : null,
        };
        var page = await look.Flow.PageAsync(query, cancellation);
        await sorting.SortAsync(look.Flow, page.Records, look.Mode, look.Pending, cancellation);
        look.Passed(page);
        if (!look.Read && (look.Pending.Count >= WritesFrom || (look.Pages % PagesAPlace == 0 && look.Pending.Quiet)))
            await FlushAsync(look, cancellation);
    }

    /// <summary>A look of one page, as nearly all are, writes no place.</summary>
    private async Task FlushAsync(LookUnderWay look, CancellationToken cancellation)
    {
        var settled = look.Pending.Settled;
        look.Add(
            look.Pending.Quiet ? settled : await writing.WriteAsync(look.Flow, look.Pending, look.Mode, cancellation), settled.Failed);
        look.Begin();
        if (!look.Read)
            await states.ChangeAsync(
                look.Flow.Name, now => now with { Position = look.Place with { After = look.After, Counts = look.Counts } }, cancellation);
    }

    private async Task EndAsync(LookUnderWay look, FlowState before, TimeSpan took, CancellationToken cancellation)
    {
        var started = look.Place.StartedAt;
        var last = new FinishedLook(time.GetUtcNow(), look.Place.Full, look.Counts, Math.Round(took.TotalSeconds, 2));
        await states.ChangeAsync(
            look.Flow.Name,
            now => now with
            {
                Until = now.Until > started ? now.Until : started, Position = null, Last = last,
                Everything = look.Place.Full ? started : now.Everything,
                Compared = look.Place.Full || before.Compared is null ? started : now.Compared,
            },
            cancellation);
    }
}

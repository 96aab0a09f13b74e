using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Records;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>
/// Sorts a page by what has to be done: a few reads of our own tables for all of its records, and no call to the CRM.
/// </summary>
internal sealed class PageSorting(MasterStore store, LinkedIds links, RecordMaking making, LinkedFlows linked)
{
    /// <summary>Sorts records into those that wait to be written.</summary>
    /// <exception cref="FailureException">A flow that they point to has to be through first.</exception>
    public async Task SortAsync(
        IMasterFlow flow, IReadOnlyList<SourceRecord> records, CarryMode mode, PendingRecords pending, CancellationToken cancellation)
    {
        var latest = records.Reverse().DistinctBy(record => record.Key).Reverse().ToList();
        for (var twice = records.Count - latest.Count; twice > 0; twice--) pending.AddUnchanged();
        pending.Supersede(latest.Select(record => record.Key));
        var carried = latest.Where(record => record.Skip is null).ToList();
        for (var left = latest.Count - carried.Count; left > 0; left--) pending.AddSkipped();
        if (carried.Count == 0) return;
        var kept = await store.FindAsync(flow.Name, [.. carried.Select(record => record.Key)], cancellation);
        var ids = await links.FindAsync(carried.SelectMany(flow.LinksOf).Select(link => (link.Flow, link.Key)), cancellation);
        foreach (var record in carried) Sort(flow, record, kept.GetValueOrDefault(record.Key), ids, mode, pending);
        if (!mode.Alone)
            await linked.RequireThroughAsync(flow, pending.Refused.SelectMany(refused => refused.Needs), cancellation);
    }

    private void Sort(
        IMasterFlow flow, SourceRecord record, KeptRecord? kept, IReadOnlyDictionary<(string Flow, string Key), string> ids,
        CarryMode mode, PendingRecords pending)
    {
        if (kept is { Resting: true } && !mode.Alone)
        {
            pending.AddSkipped();
            return;
        }
        MadeRecord made;
        try { made = making.Make(flow, record, ids); }
        catch (FailureException unfit) when (unfit.Failure.Class is FailureClass.Validation or FailureClass.ReferenceMissing)
        {
            Refuse(new(record.Key, kept, ContentMark.OfSource(record), unfit.Failure), mode, pending);
            return;
        }
        if (made.Missing.Any(link => link.Required))
            Refuse(new(record.Key, kept, made.Mark, Unlinked(flow, made)) { Needs = made.Needs }, mode, pending);
        else if (kept?.Mark == made.Mark && kept.Standing == RecordStanding.Carried) Keep(new(made, kept), mode, pending);
        else if (kept?.Refused == made.Mark && !mode.Again && !mode.Alone) pending.AddRefusedBefore();
        else pending.Changed.Add(new(made, kept));
    }

    private static void Keep(ChangedRecord record, CarryMode mode, PendingRecords pending)
    {
        if (record.Kept!.Refused is not null) pending.Mended.Add(record);
        else if (record.Kept.RunId == mode.RunId) pending.AddWritten();
        else pending.AddUnchanged();
    }

    private static void Refuse(RefusedRecord record, CarryMode mode, PendingRecords pending)
    {
        if (record.Kept?.Refused == record.Mark && !mode.Again && !mode.Alone) pending.AddRefusedBefore();
        else pending.Refused.Add(record);
    }

    private static Failure Unlinked(IMasterFlow flow, MadeRecord made)
    {
        var link = made.Missing.First(missing => missing.Required);
        return new(
            FailureClass.ReferenceMissing, Failure.Ours, $"make a record of {flow.Module}", "link-missing",
            $"{link.Field} names {link.Key} of {link.Flow}, which is not in the CRM.",
            "Nothing to do where it only comes later: it is carried by itself then. Else look at that record's own dead letter.")
        { Field = link.Field };
    }
}

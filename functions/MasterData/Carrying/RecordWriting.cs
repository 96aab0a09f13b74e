using System.Collections.Concurrent;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Core.Loads;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Duplicates;

namespace Isthmus.Functions.MasterData.Carrying;

/// <summary>
/// Writes what is pending, a hundred records a call, by our key: what an earlier try left is found and not made twice. What came of a
/// call is written down before the call counts as made.
/// </summary>
internal sealed class RecordWriting(
    ZohoCrmClient crm, FieldsThere fields, WritePlanning planning, IDuplicateFinder duplicates, SentBodies bodies, PageSettling settling,
    ZohoCrmOptions crmOptions, MasterDataOptions rules)
{
    /// <summary>Zoho takes ten large calls at once of all of a company's programs together.</summary>
    private static readonly ParallelOptions Lanes = new() { MaxDegreeOfParallelism = 4 };

    /// <summary>Writes it.</summary>
    /// <returns>What became of all that was pending.</returns>
    /// <exception cref="FailureException">The flow as a whole cannot go on; what was written is written down.</exception>
    public async Task<LoadCounts> WriteAsync(
        IMasterFlow flow, PendingRecords pending, CarryMode mode, CancellationToken cancellation)
    {
        var counts = pending.Settled;
        await fields.RequireAsync(flow, pending.Changed, cancellation);
        var plan = await planning.PlanAsync(flow, pending.Changed, mode, cancellation);
        var written = new ConcurrentBag<LoadCounts>();
        await Parallel.ForEachAsync(plan.Upserts.Chunk(ZohoCrmClient.MostRecords), Lanes, async (some, _) =>
            written.Add(await SettleAsync(flow, await UpsertAsync(flow, some, mode, cancellation), mode)));
        counts = written.Aggregate(counts, (sum, page) => sum + page);
        foreach (var some in plan.Adoptions.Chunk(ZohoCrmClient.MostRecords))
            counts += await SettleAsync(flow, await AdoptAsync(flow, some, mode, cancellation), mode);
        await settling.HoldAsync(flow, plan.Held, mode);
        pending.Held.AddRange(plan.Held);
        await settling.LeaveAsync(flow, plan.Left);
        await settling.MendAsync(flow, pending.Mended, mode);
        await settling.RefuseAsync(flow, pending.Refused, mode);
        var rest = plan.Held.Count + plan.Left.Count;
        counts += new LoadCounts(rest + pending.Mended.Count + pending.Refused.Count, 0, pending.Mended.Count, rest, pending.Refused.Count);
        return counts;
    }

    private async Task<WrittenPage> UpsertAsync(
        IMasterFlow flow, IReadOnlyList<ChangedRecord> records, CarryMode mode, CancellationToken cancellation)
    {
        for (var again = false; ; again = true)
        {
            var sent = await bodies.OfAsync(flow, [.. records.Select(record => (record, (string?)null))], cancellation);
            await settling.BeginAsync(flow, records);
            var results = await crm.UpsertAsync(flow.Module, sent, crmOptions.KeyField, rules.Automations, cancellation);
            var page = Read(records, results, mode);
            if (again || !page.NamesUnknownField) return page;
            // A field has left the layout since the fields were read: the flow waits for it, or it was only to be cleared.
            await fields.RequireAfreshAsync(flow, records, cancellation);
        }
    }

    private async Task<WrittenPage> AdoptAsync(
        IMasterFlow flow, IReadOnlyList<(ChangedRecord Record, string Id)> records, CarryMode mode, CancellationToken cancellation)
    {
        var sent = await bodies.OfAsync(flow, [.. records.Select(each => (each.Record, (string?)each.Id))], cancellation);
        await settling.BeginAsync(flow, [.. records.Select(each => each.Record)]);
        var results = await crm.UpdateAsync(flow.Module, sent, rules.Automations, cancellation);
        foreach (var (each, result) in records.Zip(results))
            if (result.Failure is null) await duplicates.ForgetAsync(flow.Module, each.Id);
        var page = Read([.. records.Select(each => each.Record)], results, mode);
        if (page.NamesUnknownField) await fields.RequireAfreshAsync(flow, [.. records.Select(each => each.Record)], cancellation);
        return page;
    }

    private static WrittenPage Read(IReadOnlyList<ChangedRecord> records, IReadOnlyList<CrmWrite> results, CarryMode mode)
    {
        var page = new WrittenPage();
        for (var at = 0; at < records.Count; at++) page.Add(records[at], results[at], mode.RunId);
        return page;
    }

    private async Task<LoadCounts> SettleAsync(IMasterFlow flow, WrittenPage page, CarryMode mode)
    {
        await settling.WriteAsync(flow, page.Written, mode);
        await settling.RefuseAsync(flow, page.Refused, mode);
        if (page.Stopped is { } failure) throw new FailureException(failure);
        return new LoadCounts(page.Written.Count + page.Refused.Count, page.Written.Count, 0, 0, page.Refused.Count);
    }
}

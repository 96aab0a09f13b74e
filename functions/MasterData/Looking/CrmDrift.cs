using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>
/// Compares what changed in the CRM since the last sweep with what was written there. Records that somebody changed in a mapped field, or
/// deleted, wait from then on, and are written again. Costs as much as changed, whatever the module holds.
/// </summary>
internal sealed class CrmDrift(
    MasterFlows flows, MasterStore store, WaitingRecords waiting, ZohoCrmClient crm, ZohoCrmOptions crmOptions, MasterDataOptions rules)
{
    private const int MostFields = 48;

    /// <summary>The CRM's clock is not ours.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Has what drifted written again.</summary>
    public async Task TakeAsync(IMasterFlow flow, DateTimeOffset compared, CancellationToken cancellation)
    {
        if (!rules.CorrectDrift) return;
        var since = compared - Overlap;
        await foreach (var deleted in crm.ListDeletedAsync(flow.Module, since, cancellation))
            if (await store.FindByIdAsync(flow.Name, deleted.NeedText("id", ZohoCrmOptions.Id), cancellation) is { Resting: false } lost
                && lost.Standing != RecordStanding.Gone)
                await AgainAsync(flow, [lost with { CrmId = null, Fields = null }], cancellation);
        var changed = crm.ListAsync(flow.Module, [crmOptions.KeyField], since, cancellation);
        await foreach (var some in changed.Chunk(Coql.MostValues).WithCancellation(cancellation)) await CompareAsync(flow, some, cancellation);
    }

    private async Task CompareAsync(IMasterFlow flow, IReadOnlyList<JsonElement> changed, CancellationToken cancellation)
    {
        var keys = changed.Select(record => flows.OwnKey(flow, record.FindText(crmOptions.KeyField))).OfType<string>().Distinct().ToList();
        var kept = (await store.FindAsync(flow.Name, keys, cancellation)).Values
            .Where(record => record is { Standing: RecordStanding.Carried, CrmId: not null, Fields: not null, Mark: not null }).ToList();
        if (kept.Count == 0) return;
        var fields = kept.SelectMany(record => record.Fields!.Listed).Where(name => name != crmOptions.KeyField).Distinct().Take(MostFields).ToList();
        var where = $"id in {Coql.List(kept.Select(record => record.CrmId!))}";
        var byId = kept.ToDictionary(record => record.CrmId!, StringComparer.Ordinal);
        var drifted = new List<KeptRecord>();
        await foreach (var record in crm.QueryAsync(new CrmQuery(flow.Module, ["id", .. fields], where, null), cancellation))
            if (byId.TryGetValue(record.NeedText("id", ZohoCrmOptions.Id), out var known) && Differing(known, record, fields) is { Count: > 0 } names)
                drifted.Add(known with { Fields = known.Fields!.Without(names) });
        await AgainAsync(flow, drifted, cancellation);
    }

    /// <summary>Lines are not among what lists show.</summary>
    private static List<string> Differing(KeptRecord kept, JsonElement record, IEnumerable<string> fields) =>
    [
        .. fields.Where(name => kept.Fields!.Listed.Contains(name)
            && !kept.Fields.Fits(kept.Key, name, record.TryGetProperty(name, out var value) ? value : default)),
    ];

    /// <summary>First it waits, then it counts as not written: a crash in between compares it again.</summary>
    private async Task AgainAsync(IMasterFlow flow, List<KeptRecord> records, CancellationToken cancellation)
    {
        if (records.Count == 0) return;
        await waiting.AddAsync(flow.Name, records.Select(record => new WaitingRecord(record.Key)), cancellation);
        await store.KeepAsync(flow.Name, records.Select(record => (record with { Mark = null }, record.CrmId)), cancellation);
    }
}

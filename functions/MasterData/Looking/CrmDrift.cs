using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Audit;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>
/// Compares what changed in the CRM since the last sweep with what was written there. Records that somebody changed in a mapped field, or
/// deleted, wait from then on, and are written again. Costs as much as changed, whatever the module holds.
/// </summary>
internal sealed class CrmDrift(
    MasterFlows flows, MasterStore store, WaitingRecords waiting, ZohoCrmClient crm, CrmFieldsGate gate, ZohoCrmOptions crmOptions,
    MasterDataOptions rules, AuditTrail audit)
{
    private const int MostFields = 47;
    private const int RecordsAtOnce = 200;
    private const int Telling = 500;
    private const string Actor = "master-data";

    /// <summary>The CRM's clock is not ours.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Has what drifted written again.</summary>
    public async Task TakeAsync(IMasterFlow flow, DateTimeOffset compared, CancellationToken cancellation)
    {
        if (!rules.CorrectDrift) return;
        var since = compared - Overlap;
        await foreach (var deleted in crm.ListDeletedAsync(flow.Module, since, cancellation))
            if (await store.FindByIdAsync(flow.Name, deleted.NeedText("id", ZohoCrmOptions.Id), cancellation)
                is { Standing: RecordStanding.Carried } lost)
                await LostAsync(flow, lost, deleted.FindText("type") == "permanent", cancellation);
        if (await FieldsAsync(flow, cancellation) is not { Count: > 0 } fields) return;
        var changed = crm.ListAsync(flow.Module, [crmOptions.KeyField, .. fields], since, cancellation);
        await foreach (var some in changed.Chunk(RecordsAtOnce).WithCancellation(cancellation))
            await CompareAsync(flow, some, fields, cancellation);
    }

    /// <summary>The fields that are filled, of as many records as tell; a list shows no more of them at once, and no lines.</summary>
    private async Task<IReadOnlyList<string>> FieldsAsync(IMasterFlow flow, CancellationToken cancellation)
    {
        var there = await gate.FieldsAsync(flow.Module, cancellation);
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in store.AllAsync(flow.Name, cancellation).Take(Telling).WithCancellation(cancellation))
            names.UnionWith(record.Fields?.Listed ?? []);
        return [.. names.Where(name => name != crmOptions.KeyField && there.ContainsKey(name)).Take(MostFields)];
    }

    /// <summary>
    /// What a merge ends is gone for good at once: where the other record got our key it goes on there, else a person wanted one of two
    /// records of ours, and the other one is left out until somebody carries it.
    /// </summary>
    private async Task LostAsync(IMasterFlow flow, KeptRecord lost, bool forGood, CancellationToken cancellation)
    {
        var key = flows.KeyOf(flow, lost.Key);
        if (!forGood || await crm.FindAsync(flow.Module, crmOptions.KeyField, key, ["id"], cancellation) is not null)
        {
            await AgainAsync(flow, [lost with { CrmId = null, Fields = null }], cancellation);
            return;
        }
        await audit.AddAsync(
            Actor, "left out: merged in the CRM", $"{ZohoCrmOptions.Id}/{flow.Module}/{lost.CrmId}", lost.Key, cancellation: cancellation);
        await store.KeepAsync(flow.Name, [(lost with { CrmId = null, Mark = null, Standing = RecordStanding.Merged }, lost.CrmId)], cancellation);
    }

    private async Task CompareAsync(
        IMasterFlow flow, IReadOnlyList<JsonElement> changed, IReadOnlyList<string> fields, CancellationToken cancellation)
    {
        var records = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var record in changed)
            if (flows.OwnKey(flow, record.FindText(crmOptions.KeyField)) is { } key) records[key] = record;
        var kept = await store.FindAsync(flow.Name, records.Keys, cancellation);
        var drifted = new List<KeptRecord>();
        foreach (var record in kept.Values.Where(record => record is { Standing: RecordStanding.Carried, Mark: not null, Fields: not null }))
            if (Differing(record, records[record.Key], fields) is { Count: > 0 } names)
                drifted.Add(record with { Fields = record.Fields!.Without(names) });
        await AgainAsync(flow, drifted, cancellation);
    }

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

using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Audit;
using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Carrying;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>
/// Finds records that their source has no more, after it showed all it has, and does with them in the CRM what the company wants. Each is
/// asked for once more before; many at once are left alone, because a source that shows half of its records is the likelier cause.
/// </summary>
internal sealed partial class GoneRecords(
    MasterStore store, ZohoCrmClient crm, ZohoCrmOptions crmOptions, MasterDataOptions rules, AuditTrail audit, ILogger<GoneRecords> log)
{
    private const int Few = 20;
    private const int MostASweep = 500;

    /// <summary>Takes them.</summary>
    public async Task TakeAsync(IMasterFlow flow, SeenKeys seen, CarryMode mode, CancellationToken cancellation)
    {
        var (known, missing) = (0, new List<KeptRecord>());
        await foreach (var record in store.AllAsync(flow.Name, cancellation))
        {
            if (record.CrmId is null || record.Standing == RecordStanding.Gone) continue;
            known++;
            if (!seen.Contains(record.Key) && missing.Count < MostASweep) missing.Add(record);
        }
        if (missing.Count > Few && missing.Count > known / 10)
        {
            LogMany(log, flow.Name, missing.Count, known);
            return;
        }
        var gone = new List<KeptRecord>();
        foreach (var record in missing)
            if (await flow.FindAsync(record.Key, cancellation) is null) gone.Add(record);
        foreach (var some in gone.Chunk(ZohoCrmClient.MostRecords)) await TakeAsync(flow, some, mode, cancellation);
    }

    /// <summary>Takes those of which the source itself says that they are gone.</summary>
    public async Task TakeAsync(IMasterFlow flow, IReadOnlyList<string> keys, CarryMode mode, CancellationToken cancellation)
    {
        var gone = new List<KeptRecord>();
        foreach (var record in (await store.FindAsync(flow.Name, keys, cancellation)).Values)
            if (record is { CrmId: not null, Standing: not RecordStanding.Gone } && await flow.FindAsync(record.Key, cancellation) is null)
                gone.Add(record);
        foreach (var some in gone.Chunk(ZohoCrmClient.MostRecords)) await TakeAsync(flow, some, mode, cancellation);
    }

    private async Task TakeAsync(IMasterFlow flow, IReadOnlyList<KeptRecord> gone, CarryMode mode, CancellationToken cancellation)
    {
        var taken = rules.Deleted == MasterDataRules.Leave ? gone : await ChangeAsync(flow, gone, cancellation);
        await Task.WhenAll(taken.Select(record => audit.AddAsync(
            mode.RunId, $"gone at its source: {rules.Deleted}", $"{ZohoCrmOptions.Id}/{flow.Module}/{record.CrmId}", record.Key,
            cancellation: cancellation)));
        await store.KeepAsync(flow.Name, taken.Select(record => (Now(record), record.CrmId)), cancellation);
    }

    private async Task<IReadOnlyList<KeptRecord>> ChangeAsync(
        IMasterFlow flow, IReadOnlyList<KeptRecord> gone, CancellationToken cancellation)
    {
        var bodies = gone.Select(record => rules.Deleted == MasterDataRules.Mark
            ? new JsonObject { ["id"] = record.CrmId, [rules.InactiveField] = true }
            : new JsonObject { ["id"] = record.CrmId, [crmOptions.KeyField] = null });
        var results = await crm.UpdateAsync(
            flow.Module, [.. bodies.Select(body => JsonSerializer.SerializeToElement(body))], rules.Automations, cancellation);
        return [.. gone.Where((_, at) => results[at].Failure is null)];
    }

    /// <summary>Should it come back, it is written anew, and what marks it is taken off.</summary>
    private KeptRecord Now(KeptRecord record) => record with
    {
        Standing = RecordStanding.Gone,
        Mark = null,
        CrmId = rules.Deleted == MasterDataRules.Unlink ? null : record.CrmId,
        Fields = rules.Deleted == MasterDataRules.Mark
            ? record.Fields?.With(record.Key, rules.InactiveField, JsonElement.Parse("true")) : record.Fields,
    };

    [LoggerMessage(1610, LogLevel.Error,
        "{Flow}: {Missing} of {Known} records were not shown by their source; that many are left as they are: look at the source")]
    private static partial void LogMany(ILogger logger, string flow, int missing, int known);
}

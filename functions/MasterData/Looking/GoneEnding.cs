using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Audit;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>Does in the CRM what is to be done with records that their source has no more: nothing, a mark, or our key taken off.</summary>
internal sealed class GoneEnding(
    MasterStore store, ZohoCrmClient crm, ZohoCrmOptions crmOptions, MasterDataOptions rules, AuditTrail audit)
{
    /// <summary>Does it; what is refused stays as it is, and is tried again when it is found the next time.</summary>
    /// <param name="flow">Their flow.</param>
    /// <param name="gone">The records; each has an id in the CRM.</param>
    /// <param name="how"><c>leave</c>, <c>mark</c> or <c>unlink</c>.</param>
    /// <param name="runId">The run that does it.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>Why the CRM refused some; empty where it took all.</returns>
    public async Task<IReadOnlyList<Failure>> EndAsync(
        IMasterFlow flow, IReadOnlyList<KeptRecord> gone, string how, string runId, CancellationToken cancellation)
    {
        var failures = new List<Failure>();
        foreach (var some in gone.Chunk(ZohoCrmClient.MostRecords))
        {
            var refused = how == MasterDataRules.Leave ? new Failure?[some.Length] : await ChangeAsync(flow, some, how, cancellation);
            var ended = some.Where((_, at) => refused[at] is null).ToList();
            await Task.WhenAll(ended.Select(record => audit.AddAsync(
                runId, $"gone at its source: {how}", $"{ZohoCrmOptions.Id}/{flow.Module}/{record.CrmId}", record.Key, cancellation: cancellation)));
            await store.KeepAsync(flow.Name, ended.Select(record => (Now(record, how), record.CrmId)), cancellation);
            failures.AddRange(refused.OfType<Failure>());
        }
        return failures;
    }

    private async Task<Failure?[]> ChangeAsync(
        IMasterFlow flow, IReadOnlyList<KeptRecord> gone, string how, CancellationToken cancellation)
    {
        var bodies = gone.Select(record => how == MasterDataRules.Mark
            ? new JsonObject { ["id"] = record.CrmId, [rules.InactiveField] = true }
            : new JsonObject { ["id"] = record.CrmId, [crmOptions.KeyField] = null });
        var results = await crm.UpdateAsync(
            flow.Module, [.. bodies.Select(body => JsonSerializer.SerializeToElement(body))], rules.Automations, cancellation);
        return [.. results.Select(result => result.Failure)];
    }

    /// <summary>Should it come back, it is written anew, and what marks it is taken off.</summary>
    private KeptRecord Now(KeptRecord record, string how) => record with
    {
        Standing = RecordStanding.Gone,
        Mark = null,
        Refused = null,
        CrmId = how == MasterDataRules.Unlink ? null : record.CrmId,
        Fields = how == MasterDataRules.Mark
            ? record.Fields?.With(record.Key, rules.InactiveField, JsonElement.Parse("true")) : record.Fields,
    };
}

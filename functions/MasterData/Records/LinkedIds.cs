using Isthmus.Core.MasterData;

namespace Isthmus.Functions.MasterData.Records;

/// <summary>The CRM's ids of records that others point to.</summary>
internal sealed class LinkedIds(MasterStore store)
{
    /// <summary>The ids of all that the links name and that are in the CRM; a read a flow that is named.</summary>
    public async Task<IReadOnlyDictionary<(string Flow, string Key), string>> FindAsync(
        IEnumerable<(string Flow, string Key)> wanted, CancellationToken cancellation)
    {
        var ids = new Dictionary<(string, string), string>();
        foreach (var flow in wanted.Distinct().GroupBy(link => link.Flow, link => link.Key))
            foreach (var record in (await store.FindAsync(flow.Key, [.. flow], cancellation)).Values)
                if (record.CrmId is { } id) ids[(flow.Key, record.Key)] = id;
        return ids;
    }
}

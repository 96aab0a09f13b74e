using Isthmus.Core.MasterData;
using Isthmus.Functions.Loads;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>Closes the dead letters of records that their source has no more: nobody can carry them.</summary>
internal sealed class GoneLetters(MasterStore store, WaitingRecords waiting, RefusedRecords letters)
{
    /// <summary>Whether a record may have one. A run that is held closes its own when it ends.</summary>
    public static bool MayBeOf(KeptRecord record) => record is { Refused: not null, Standing: not RecordStanding.Held };

    /// <summary>Closes those that there are. Should a record come back, it is tried as a new one.</summary>
    public async Task CloseAsync(IMasterFlow flow, IEnumerable<KeptRecord> gone, CancellationToken cancellation)
    {
        foreach (var record in gone.Where(MayBeOf))
        {
            await letters.EndAsync(new MasterRecordInput(flow.Name, record.Key).RunId, RefusedRecords.Gone);
            await waiting.RemoveAsync(flow.Name, new WaitingRecord(record.Key) { Version = WaitingRecord.Any }, cancellation);
            await store.KeepAsync(flow.Name, [(record with { Refused = null }, record.CrmId)], cancellation);
        }
    }
}

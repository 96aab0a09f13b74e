using Isthmus.Core.MasterData;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>
/// Has what was refused tried again every night, also where the look leaves it out because it cannot change any more: what kept it from
/// being carried may have. It waits, and is asked for on its own.
/// </summary>
internal sealed class OldRefusals(MasterStore store, WaitingRecords waiting)
{
    private const int MostANight = 500;

    /// <summary>Takes those that the look did not show.</summary>
    public async Task TakeAsync(IMasterFlow flow, SeenKeys seen, CancellationToken cancellation)
    {
        var refused = await store.AllAsync(flow.Name, cancellation)
            .Where(record => record is { Refused: not null, Resting: false } && !seen.Contains(record.Key)).Take(MostANight)
            .Select(record => new WaitingRecord(record.Key)).ToListAsync(cancellation);
        await waiting.AddAsync(flow.Name, refused, cancellation);
    }
}

using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData.Carrying;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>
/// Finds records that their source has no more, after it showed all it has, and does with them in the CRM what the company wants, or
/// asks a person first. Each is asked for once more before; many at once are left alone, because a source that shows half of its records
/// is the likelier cause. Of one that never came to the CRM only the dead letter is closed.
/// </summary>
internal sealed partial class GoneRecords(
    MasterStore store, WaitingRecords waiting, GoneEnding ending, GoneLetters letters, MasterDataOptions rules, ILogger<GoneRecords> log)
{
    private const int Few = 20;
    private const int MostASweep = 500;

    /// <summary>Takes them.</summary>
    public async Task TakeAsync(IMasterFlow flow, SeenKeys seen, CarryMode mode, CancellationToken cancellation)
    {
        var (known, missing, some) = (0, 0, new List<KeptRecord>());
        await foreach (var record in store.AllAsync(flow.Name, cancellation))
        {
            if (!Concerns(record)) continue;
            known++;
            if (seen.Contains(record.Key)) continue;
            missing++;
            if (some.Count < MostASweep) some.Add(record);
        }
        if (missing > Few && missing > known / 10)
        {
            LogMany(log, flow.Name, missing, known);
            return;
        }
        var gone = new List<KeptRecord>();
        foreach (var record in some)
            if (await flow.FindAsync(record.Key, cancellation) is null) gone.Add(record);
        await TakeAsync(flow, gone, mode, cancellation);
    }

    /// <summary>Takes those of which the source itself says that they are gone.</summary>
    public async Task TakeAsync(IMasterFlow flow, IReadOnlyList<string> keys, CarryMode mode, CancellationToken cancellation)
    {
        var gone = new List<KeptRecord>();
        foreach (var record in (await store.FindAsync(flow.Name, keys, cancellation)).Values)
            if (Concerns(record) && await flow.FindAsync(record.Key, cancellation) is null) gone.Add(record);
        await TakeAsync(flow, gone, mode, cancellation);
    }

    private static bool Concerns(KeptRecord record) => IsInCrm(record) || GoneLetters.MayBeOf(record);

    private static bool IsInCrm(KeptRecord record) => record is { CrmId: not null, Standing: not RecordStanding.Gone };

    /// <summary>
    /// Where a person decides, each gets a run that asks, and closes its dead letter when it ends; one that waits is not asked for twice.
    /// </summary>
    private async Task TakeAsync(IMasterFlow flow, IReadOnlyList<KeptRecord> gone, CarryMode mode, CancellationToken cancellation)
    {
        var inCrm = gone.Where(IsInCrm).ToList();
        await letters.CloseAsync(flow, rules.HoldDeleted ? gone.Where(record => !IsInCrm(record)) : gone, cancellation);
        if (rules.HoldDeleted)
            await waiting.AddAsync(flow.Name, inCrm.Select(record => new WaitingRecord(record.Key) { Review = true }), cancellation);
        else if (await ending.EndAsync(flow, inCrm, rules.Deleted, mode.RunId, cancellation) is [var refused, ..] failures)
            LogRefused(log, flow.Name, failures.Count, rules.Deleted, refused.Message, refused.Cure);
    }

    [LoggerMessage(1610, LogLevel.Error,
        "{Flow}: {Missing} of {Known} records were not shown by their source; that many are left as they are: look at the source")]
    private static partial void LogMany(ILogger logger, string flow, int missing, int known);

    [LoggerMessage(1611, LogLevel.Error,
        "{Flow}: {Count} records that are gone at their source could not be treated in the CRM ({How}): {Message} {Cure}")]
    private static partial void LogRefused(ILogger logger, string flow, int count, string how, string message, string cure);
}

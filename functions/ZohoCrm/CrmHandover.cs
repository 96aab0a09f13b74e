using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Hands news over to those who follow the module, and notes that it did; a crash between the two hands it over again. What was
/// found before something else was handed over may be late: whether the record is there is asked again then.
/// </summary>
internal sealed class CrmHandover(
    ZohoCrmClient crm, ZohoCrmOptions options, CrmFollowed followed, CrmSights sights, CrmOwnUser user)
{
    // What waits in the queue is queued again when it is found again: one at a time for a record, or both would hand it over.
    private readonly Stripes turns = new();

    /// <summary>Hands a version over, unless it is known or a newer one is.</summary>
    /// <param name="module">The module.</param>
    /// <param name="record">The record as it was found.</param>
    /// <param name="handed">How often the record had been handed over by then; null where nobody noted it.</param>
    /// <param name="client">Starts the flows.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<CrmVerdict> VersionAsync(
        string module, JsonElement record, int? handed, DurableTaskClient client, CancellationToken cancellation)
    {
        var seen = CrmVersion.Read(record, await followed.FieldsAsync(module, cancellation), options.KeyField);
        using var turn = await turns.EnterAsync(module, seen.Id, cancellation);
        var known = await sights.FindAsync(module, seen.Id, cancellation);
        var verdict = CrmSight.Judge(known, seen, await user.IdAsync(cancellation));
        if (verdict != CrmVerdict.News) return verdict;
        if (known is { Gone: true } && IsLate(known, handed) && !await IsThereAsync(module, seen.Id, cancellation))
            return CrmVerdict.Older;
        var fresh = known is null or { Gone: true } && seen.CreatedAt == seen.At;
        var change = new CrmChange(module, seen.Id, fresh ? CrmChangeKind.Inserted : CrmChangeKind.Updated, seen.At, null)
        {
            Record = record.Clone(),
        };
        await TakeAsync(change, client, cancellation);
        using var note = await sights.TurnAsync(module, seen.Id, cancellation);
        var now = await sights.FindAsync(module, seen.Id, cancellation) ?? new CrmSight(null, seen.Fields);
        await sights.KeepAsync(module, seen.Id, now.After(seen, known) with { Handed = now.Handed + 1 }, cancellation);
        return verdict;
    }

    /// <summary>Hands over that a record is gone; false where that was done, or where it is back.</summary>
    public async Task<bool> GoneAsync(
        string module, CrmAbsence gone, int? handed, DurableTaskClient client, CancellationToken cancellation)
    {
        var id = gone.Id;
        using var turn = await turns.EnterAsync(module, id, cancellation);
        var known = await sights.FindAsync(module, id, cancellation);
        if (known is { Gone: true } || (IsLate(known, handed) && await IsThereAsync(module, id, cancellation))) return false;
        var kind = gone.MasterId is null ? CrmChangeKind.Deleted : CrmChangeKind.Merged;
        await TakeAsync(new CrmChange(module, id, kind, gone.At, gone.MasterId), client, cancellation);
        using var note = await sights.TurnAsync(module, id, cancellation);
        var now = await sights.FindAsync(module, id, cancellation) ?? new CrmSight(null, new Dictionary<string, string>());
        await sights.KeepGoneAsync(module, id, now with { Handed = now.Handed + 1 }, cancellation);
        return true;
    }

    private static bool IsLate(CrmSight? known, int? handed) => handed is { } found && found != (known?.Handed ?? 0);

    private async Task<bool> IsThereAsync(string module, string id, CancellationToken cancellation) =>
        (await crm.ReadAsync(module, [id], [], cancellation)).Count > 0;

    private async Task TakeAsync(CrmChange change, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var handler in followed.Of(change.Module)) await handler.TakeAsync([change], client, cancellation);
    }
}

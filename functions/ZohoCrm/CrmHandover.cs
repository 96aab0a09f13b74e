using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Hands news over to those who follow the module, and notes that it did; a crash between the two hands it over again.
/// </summary>
internal sealed class CrmHandover(ZohoCrmOptions options, CrmFollowed followed, CrmSights sights, CrmOwnUser user)
{
    // What waits in the queue is queued again when it is found again: one at a time for a record, or both would hand it over.
    private readonly Stripes turns = new();

    /// <summary>Hands a version over, unless it is known or a newer one is.</summary>
    public async Task<CrmVerdict> VersionAsync(
        string module, JsonElement record, DurableTaskClient client, CancellationToken cancellation)
    {
        var seen = CrmVersion.Read(record, await followed.FieldsAsync(module, cancellation), options.KeyField);
        using var turn = await turns.EnterAsync(module, seen.Id, cancellation);
        var known = await sights.FindAsync(module, seen.Id, cancellation);
        var verdict = CrmSight.Judge(known, seen, await user.IdAsync(cancellation));
        if (verdict != CrmVerdict.News) return verdict;
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

    /// <summary>Hands over that a record is gone; false where that was done.</summary>
    public async Task<bool> GoneAsync(
        string module, string id, DateTimeOffset? at, string? masterId, DurableTaskClient client, CancellationToken cancellation)
    {
        using var turn = await turns.EnterAsync(module, id, cancellation);
        if (await sights.FindAsync(module, id, cancellation) is { Gone: true }) return false;
        var kind = masterId is null ? CrmChangeKind.Deleted : CrmChangeKind.Merged;
        await TakeAsync(new CrmChange(module, id, kind, at, masterId), client, cancellation);
        using var note = await sights.TurnAsync(module, id, cancellation);
        var now = await sights.FindAsync(module, id, cancellation) ?? new CrmSight(null, new Dictionary<string, string>());
        await sights.KeepAsync(module, id, now with { Gone = true, Handed = now.Handed + 1 }, cancellation);
        return true;
    }

    private async Task TakeAsync(CrmChange change, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var handler in followed.Of(change.Module)) await handler.TakeAsync([change], client, cancellation);
    }
}

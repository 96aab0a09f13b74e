using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Polling;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Where channels and polls come together: each version of a record that is news becomes one event, whoever told of it first,
/// and so does each record that is gone.
/// </summary>
internal sealed class CrmNews(
    ZohoCrmClient crm, ZohoCrmOptions options, CrmFollowed followed, CrmFieldsGate gate, CrmSights sights, CrmOwnUser user,
    CrmEvents events)
{
    private const int AtOnce = 100;

    /// <summary>A sweep of everything reads a row a record: one after the other they would outlast the function's time.</summary>
    private static readonly ParallelOptions Lanes = new() { MaxDegreeOfParallelism = 8 };

    /// <summary>What a list of the module must show.</summary>
    public async Task<IReadOnlyList<string>> ShownAsync(string module, CancellationToken cancellation) =>
        [.. (await followed.FieldsAsync(module, cancellation)).Concat(CrmVersion.Always)
            .Concat(await HasKeyAsync(module, cancellation) ? [options.KeyField] : []).Distinct(StringComparer.Ordinal)];

    /// <summary>Takes records as a list shows them; what is known, or only ours, counts as unchanged.</summary>
    public async Task<PollCounts> TakeAsync(
        string module, IReadOnlyList<JsonElement> records, string source, CancellationToken cancellation)
    {
        var fields = await followed.FieldsAsync(module, cancellation);
        var us = records.Count == 0 ? null : await user.IdAsync(cancellation);
        var taken = 0;
        await Parallel.ForEachAsync(records, Lanes, async (record, _) =>
        {
            var seen = CrmVersion.Read(record, fields, options.KeyField);
            if (await TakeAsync(module, seen, us, source, cancellation)) Interlocked.Increment(ref taken);
        });
        return new PollCounts(records.Count, taken, records.Count - taken, 0);
    }

    /// <summary>
    /// Takes records that a channel named: read again, because a notification may be late, doubled or out of order. One that is
    /// not there is gone only where the channel says so: a list may lag behind what was just made.
    /// </summary>
    /// <returns>How many were news.</returns>
    public async Task<int> TakeNamedAsync(string module, IReadOnlyList<string> ids, bool deleted, CancellationToken cancellation)
    {
        var (taken, shown) = (0, await ShownAsync(module, cancellation));
        foreach (var some in ids.Chunk(AtOnce))
        {
            var there = await crm.ReadAsync(module, some, shown, cancellation);
            taken += (await TakeAsync(module, there, "webhook", cancellation)).Taken;
            if (!deleted) continue;
            var missing = some.Except(there.Select(record => record.FindText("id") ?? ""), StringComparer.Ordinal);
            foreach (var id in missing)
                if (await TakeGoneAsync(module, id, null, "webhook", cancellation)) taken++;
        }
        return taken;
    }

    /// <summary>
    /// Takes records that Zoho lists as deleted; one that is back, or was handed over as gone, counts as unchanged.
    /// </summary>
    public async Task<PollCounts> TakeDeletedAsync(string module, IReadOnlyList<JsonElement> rows, CancellationToken cancellation)
    {
        var taken = 0;
        foreach (var some in rows.Chunk(AtOnce))
        {
            var unheard = new List<(string Id, DateTimeOffset? At)>();
            foreach (var row in some)
            {
                var id = row.NeedText("id", ZohoCrmOptions.Id);
                if (await sights.FindAsync(module, id, cancellation) is not { Gone: true })
                    unheard.Add((id, CrmTime.Read(row.FindText("deleted_time"))));
            }
            var back = (await crm.ReadAsync(module, [.. unheard.Select(each => each.Id)], [], cancellation))
                .Select(record => record.FindText("id")).ToHashSet();
            foreach (var (id, at) in unheard.Where(each => !back.Contains(each.Id)))
                if (await TakeGoneAsync(module, id, at, "sweep", cancellation)) taken++;
        }
        return new PollCounts(rows.Count, taken, rows.Count - taken, 0);
    }

    private async Task<bool> TakeAsync(
        string module, CrmVersion seen, string? us, string source, CancellationToken cancellation)
    {
        var known = await sights.FindAsync(module, seen.Id, cancellation);
        var verdict = CrmSight.Judge(known, seen, us);
        if (verdict == CrmVerdict.Ours) await NoteAsync(module, seen, known!, cancellation);
        return verdict == CrmVerdict.News
            && await events.TakeVersionAsync(module, seen, known?.Handed ?? 0, source, cancellation);
    }

    /// <summary>What we did is noted as it is now, so that the next change of somebody else stands out against it.</summary>
    private async Task NoteAsync(string module, CrmVersion seen, CrmSight known, CancellationToken cancellation)
    {
        using var turn = await sights.TurnAsync(module, seen.Id, cancellation);
        var now = await sights.FindAsync(module, seen.Id, cancellation) ?? known;
        await sights.KeepAsync(module, seen.Id, now.After(seen, known), cancellation);
    }

    private async Task<bool> TakeGoneAsync(
        string module, string id, DateTimeOffset? at, string source, CancellationToken cancellation)
    {
        var known = await sights.FindAsync(module, id, cancellation);
        if (known is { Gone: true }) return false;
        var gone = new CrmAbsence(id, at, await MasterAsync(module, id, known?.Key, cancellation));
        return await events.TakeGoneAsync(module, gone, known?.Handed ?? 0, source, cancellation);
    }

    /// <summary>A record that was merged leaves its key to the one that it was merged into.</summary>
    private async Task<string?> MasterAsync(string module, string id, string? key, CancellationToken cancellation)
    {
        if (key is null || !await HasKeyAsync(module, cancellation)) return null;
        var found = await crm.FindAsync(module, options.KeyField, key, ["id"], cancellation);
        return found?.FindText("id") is { } master && master != id ? master : null;
    }

    private async Task<bool> HasKeyAsync(string module, CancellationToken cancellation) =>
        (await gate.FieldsAsync(module, cancellation)).ContainsKey(options.KeyField);
}

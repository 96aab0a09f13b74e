using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.DeadLetters;

/// <summary>The open list of records that could not be carried across, and those that were closed.</summary>
public sealed class DeadLetterStore(IsthmusTables tables, TimeProvider time)
{
    private readonly DeadLetterPurge purge = new(tables);

    /// <summary>
    /// Adds an entry, or counts one more occurrence of the one that is open already; what people did to that one stays.
    /// </summary>
    public async Task AddAsync(DeadLetter letter, CancellationToken cancellation = default)
    {
        var earlier = await FindOpenAsync(letter.RunId, cancellation);
        var now = time.GetUtcNow();
        await PutAsync(
            letter with
            {
                FirstAt = earlier?.FirstAt ?? now,
                LastAt = now,
                Occurrences = (earlier?.Occurrences ?? 0) + 1,
                Notes = earlier?.Notes ?? [],
                Assigned = earlier?.Assigned ?? false,
                Owner = earlier is { Assigned: true } ? earlier.Owner : letter.Owner,
                Payload = letter.Payload ?? earlier?.Payload,
            },
            cancellation);
    }

    /// <summary>The open entry of a run, or null.</summary>
    public Task<DeadLetter?> FindOpenAsync(string runId, CancellationToken cancellation = default) =>
        GetAsync(DeadLetterRows.Open, runId, cancellation);

    /// <summary>The entry of a run, open or else closed, or null.</summary>
    public async Task<DeadLetter?> FindAsync(string runId, CancellationToken cancellation = default) =>
        await FindOpenAsync(runId, cancellation) ?? await GetAsync(DeadLetterRows.Closed, runId, cancellation);

    /// <summary>Gives an open entry to a person or a team.</summary>
    /// <returns>False when it is theirs already.</returns>
    public async Task<bool> AssignAsync(DeadLetter open, string owner, CancellationToken cancellation = default)
    {
        if (open is { Assigned: true } && open.Owner == owner) return false;
        await PutAsync(open with { Owner = owner, Assigned = true }, cancellation);
        return true;
    }

    /// <summary>Adds a note to an entry.</summary>
    /// <returns>False when the same person wrote the same before.</returns>
    public async Task<bool> NoteAsync(DeadLetter letter, string by, string text, CancellationToken cancellation = default)
    {
        if (letter.Notes.Any(note => note.By == by && note.Text == text)) return false;
        await PutAsync(letter with { Notes = [.. letter.Notes, new DeadLetterNote(time.GetUtcNow(), by, text)] }, cancellation);
        return true;
    }

    /// <summary>Closes the open entry of a run, where there is one: the record went through, or a person said so.</summary>
    /// <returns>False when nothing was open.</returns>
    public async Task<bool> CloseAsync(string runId, CancellationToken cancellation = default)
    {
        if (await FindOpenAsync(runId, cancellation) is not { } entry) return false;
        var closed = entry with { Closed = true, LastAt = time.GetUtcNow() };
        await Task.WhenAll(PutAsync(closed, cancellation), purge.NoteAsync(closed, cancellation));
        await tables.DeadLetters.DeleteEntityAsync(DeadLetterRows.Open, TableKey.Escape(runId), ETag.All, cancellation);
        return true;
    }

    /// <summary>A page of entries. A page may be short, or empty, and still have another behind it.</summary>
    public async Task<(IReadOnlyList<DeadLetter> Letters, string? Continuation)> ListAsync(
        DeadLetterQuery query, int limit, string? continuation, CancellationToken cancellation = default)
    {
        await foreach (var page in tables.DeadLetters
            .QueryAsync<TableEntity>(DeadLetterRows.Filter(query), limit, cancellationToken: cancellation).AsPages(continuation, limit))
        {
            return ([.. page.Values.Select(DeadLetterRows.Read).Where(query.Finds)], page.ContinuationToken);
        }
        return ([], null);
    }

    /// <summary>
    /// The open entries by cause, the largest group first. Costs as much as there is open, whatever was closed.
    /// </summary>
    public async Task<IReadOnlyList<DeadLetterGroup>> GroupAsync(DeadLetterQuery query, CancellationToken cancellation = default)
    {
        var found = new List<DeadLetter>();
        await foreach (var row in tables.DeadLetters.QueryAsync<TableEntity>(DeadLetterRows.Filter(query), cancellationToken: cancellation))
        {
            if (DeadLetterRows.Read(row) is var letter && query.Finds(letter)) found.Add(letter);
        }
        return [.. found.GroupBy(letter => letter.Cause).Select(cause => DeadLetterGroup.Of(cause.Key, [.. cause])).OrderByDescending(group => group.Count)];
    }

    /// <summary>Removes entries that were closed before <paramref name="before"/>; open ones stay, however old.</summary>
    public Task PurgeAsync(DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation = default) =>
        purge.RunAsync(before, budget, cancellation);

    private async Task<DeadLetter?> GetAsync(string partition, string runId, CancellationToken cancellation)
    {
        var found = await tables.DeadLetters.GetEntityIfExistsAsync<TableEntity>(
            partition, TableKey.Escape(runId), cancellationToken: cancellation);
        return found.HasValue ? DeadLetterRows.Read(found.Value!) : null;
    }

    private Task<Response> PutAsync(DeadLetter letter, CancellationToken cancellation) =>
        tables.DeadLetters.UpsertEntityAsync(DeadLetterRows.Write(letter), TableUpdateMode.Replace, cancellation);
}

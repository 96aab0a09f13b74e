using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Failures;
using Isthmus.Core.Tables;

namespace Isthmus.Core.DeadLetters;

/// <summary>The open list of records that could not be carried across. Open and closed entries lie in partitions of their own.</summary>
public sealed class DeadLetterStore(IsthmusTables tables, TimeProvider time)
{
    private const string Open = "open";
    private const string Closed = "closed";

    /// <summary>Adds an entry, or counts one more occurrence of the one that is open already.</summary>
    public async Task AddAsync(DeadLetter letter, CancellationToken cancellation = default)
    {
        var earlier = await FindOpenAsync(letter.RunId, cancellation);
        var now = time.GetUtcNow();
        var entry = letter with
        {
            FirstAt = earlier?.FirstAt ?? now,
            LastAt = now,
            Occurrences = (earlier?.Occurrences ?? 0) + 1,
        };
        await tables.DeadLetters.UpsertEntityAsync(Write(entry, Open), TableUpdateMode.Replace, cancellation);
    }

    /// <summary>The open entry of a run, or null.</summary>
    public async Task<DeadLetter?> FindOpenAsync(string runId, CancellationToken cancellation = default)
    {
        var found = await tables.DeadLetters.GetEntityIfExistsAsync<TableEntity>(
            Open, TableKey.Escape(runId), cancellationToken: cancellation);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>Closes the open entry of a run, where there is one: the record went through, or a person said so.</summary>
    /// <returns>False when nothing was open.</returns>
    public async Task<bool> CloseAsync(string runId, CancellationToken cancellation = default)
    {
        if (await FindOpenAsync(runId, cancellation) is not { } entry) return false;
        var closed = entry with { Closed = true, LastAt = time.GetUtcNow() };
        await tables.DeadLetters.UpsertEntityAsync(Write(closed, Closed), TableUpdateMode.Replace, cancellation);
        await tables.DeadLetters.DeleteEntityAsync(Open, TableKey.Escape(runId), ETag.All, cancellation);
        return true;
    }

    /// <summary>A page of open entries.</summary>
    public async Task<(IReadOnlyList<DeadLetter> Letters, string? Continuation)> ListAsync(
        int limit, string? continuation, CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Open}");
        await foreach (var page in tables.DeadLetters
            .QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellation).AsPages(continuation, limit))
        {
            return ([.. page.Values.Select(Read)], page.ContinuationToken);
        }
        return ([], null);
    }

    private static TableEntity Write(DeadLetter letter, string partition) => new(partition, TableKey.Escape(letter.RunId))
    {
        ["RunId"] = letter.RunId,
        ["Flow"] = letter.Flow,
        ["Key"] = letter.Key,
        ["Step"] = letter.Step,
        ["Class"] = letter.Failure.Class.ToString(),
        ["Failure"] = JsonSerializer.Serialize(letter.Failure),
        ["Owner"] = letter.Owner,
        ["Payload"] = letter.Payload,
        ["Occurrences"] = letter.Occurrences,
        ["FirstAt"] = letter.FirstAt,
        ["LastAt"] = letter.LastAt,
    };

    private static DeadLetter Read(TableEntity row) => new()
    {
        RunId = row.GetString("RunId"),
        Flow = row.GetString("Flow"),
        Key = row.GetString("Key"),
        Step = row.GetString("Step"),
        Failure = JsonSerializer.Deserialize<Failure>(row.GetString("Failure"))!,
        Owner = row.GetString("Owner"),
        Payload = row.GetString("Payload"),
        Occurrences = row.GetInt32("Occurrences") ?? 1,
        FirstAt = row.GetDateTimeOffset("FirstAt")!.Value,
        LastAt = row.GetDateTimeOffset("LastAt")!.Value,
        Closed = row.PartitionKey == Closed,
    };
}

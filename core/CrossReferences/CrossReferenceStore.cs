using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.CrossReferences;

/// <summary>
/// Remembers before a write that it will be tried, and after it what came of it. With that, a first try needs no search at the
/// vendor, and every later one makes one: the vendor ends with one record although the process may die between any two steps.
/// </summary>
public sealed class CrossReferenceStore(IsthmusTables tables, TimeProvider time)
{
    /// <summary>After this long an unfinished claim of another flow may be taken over.</summary>
    public static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(2);

    /// <summary>The record that stands for a key, or null.</summary>
    public async Task<Reference?> FindAsync(string key, string target, CancellationToken cancellation = default)
    {
        var found = await GetAsync(key, target, cancellation);
        return found is not null && found.GetString("State") == "done" ? Read(found) : null;
    }

    /// <summary>Claims the right to write a record; durable before it returns.</summary>
    /// <param name="key">The business key.</param>
    /// <param name="target">System and kind, such as <c>zoho-inventory.salesorder</c>.</param>
    /// <param name="owner">The flow instance that writes.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<Claim> ClaimAsync(string key, string target, string owner, CancellationToken cancellation = default)
    {
        var row = Row(key, target);
        row["State"] = "claimed";
        row["Owner"] = owner;
        row["ClaimedAt"] = time.GetUtcNow();
        while (true)
        {
            try
            {
                await tables.CrossReferences.AddEntityAsync(row, cancellation);
                return new Claim(key, target, ClaimState.First, null);
            }
            catch (RequestFailedException failure) when (failure.ErrorCode == "EntityAlreadyExists")
            {
                // Null where its owner let it go a moment ago: it is free then.
                if (await JoinAsync(key, target, owner, cancellation) is { } joined) return joined;
            }
        }
    }

    /// <summary>Keeps a number that was taken for the record before it is written, so that a repeat uses the same.</summary>
    public Task ReserveAsync(Claim claim, string number, CancellationToken cancellation = default)
    {
        var row = Row(claim.Key, claim.Target);
        row["Number"] = number;
        return tables.CrossReferences.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
    }

    /// <summary>Records what stands for the key from now on.</summary>
    public Task RecordAsync(string key, string target, Reference reference, CancellationToken cancellation = default)
    {
        var row = Row(key, target);
        row["State"] = "done";
        row["Id"] = reference.Id;
        row["Number"] = reference.Number;
        row["Detail"] = reference.Detail;
        row["RecordedAt"] = time.GetUtcNow();
        return tables.CrossReferences.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation);
    }

    /// <summary>
    /// Takes back what was recorded, because the other system undid it: the next claim is a repeat, with a number of its own.
    /// </summary>
    public Task ReopenAsync(string key, string target, string owner, string number, CancellationToken cancellation = default)
    {
        var row = Row(key, target);
        row["State"] = "claimed";
        row["Owner"] = owner;
        row["ClaimedAt"] = time.GetUtcNow();
        row["Number"] = number;
        return tables.CrossReferences.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Lets others have what the owner claimed and never records; nothing happens when it is not the owner's.</summary>
    public async Task ReleaseAsync(Claim claim, string owner, CancellationToken cancellation = default)
    {
        if (await GetAsync(claim.Key, claim.Target, cancellation) is not { } row || row.GetString("Owner") != owner) return;
        try { await tables.CrossReferences.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation); }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412) { }
    }

    /// <summary>Forgets what stood for a key, because the other system has it no more. Nothing happens when it is another record by now.</summary>
    public async Task ForgetAsync(string key, string target, string id, CancellationToken cancellation = default)
    {
        if (await GetAsync(key, target, cancellation) is not { } row || row.GetString("Id") != id) return;
        try { await tables.CrossReferences.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation); }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412) { }
    }

    /// <summary>The stored documents that the records of a key refer to.</summary>
    public async Task<IReadOnlyList<string>> DetailsAsync(string key, CancellationToken cancellation = default)
    {
        var partition = TableKey.Escape(key);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        var details = new List<string>();
        await foreach (var row in tables.CrossReferences.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            if (row.GetString("Detail") is { } detail) details.Add(detail);
        return details;
    }

    private async Task<Claim?> JoinAsync(string key, string target, string owner, CancellationToken cancellation)
    {
        if (await GetAsync(key, target, cancellation) is not { } row) return null;
        if (row.GetString("State") == "done") return new Claim(key, target, ClaimState.Done, Read(row));
        if (row.GetString("Owner") != owner)
        {
            var age = time.GetUtcNow() - row.GetDateTimeOffset("ClaimedAt")!.Value;
            if (age < ClaimLife) return new Claim(key, target, ClaimState.Taken, null);
            row["Owner"] = owner;
            row["ClaimedAt"] = time.GetUtcNow();
            try { await tables.CrossReferences.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Merge, cancellation); }
            catch (RequestFailedException failure) when (failure.Status is 404 or 412) { return new Claim(key, target, ClaimState.Taken, null); }
        }
        var reserved = row.GetString("Number");
        return new Claim(key, target, ClaimState.Repeat, reserved is null ? null : new Reference("", reserved));
    }

    private async Task<TableEntity?> GetAsync(string key, string target, CancellationToken cancellation)
    {
        var found = await tables.CrossReferences.GetEntityIfExistsAsync<TableEntity>(
            TableKey.Escape(key), TableKey.Escape(target), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private static TableEntity Row(string key, string target) => new(TableKey.Escape(key), TableKey.Escape(target));

    private static Reference Read(TableEntity row) => new(row.GetString("Id"), row.GetString("Number"), row.GetString("Detail"));
}

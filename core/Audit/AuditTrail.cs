using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Audit;

/// <summary>One thing that was done to one record.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">The flow's run id, or <c>operator:NAME</c>.</param>
/// <param name="Action">create sales order, approve run, resubmit.</param>
/// <param name="Subject">The record: system, kind and id. Never a personal value.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Mapping">Mapping document and version, where one made the record.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, string Subject, string Outcome, string? Mapping);

/// <summary>Who did what to which record, newest first. Entries are added, never changed.</summary>
public sealed class AuditTrail(IsthmusTables tables, TimeProvider time)
{
    /// <summary>Adds an entry with the time of now.</summary>
    public Task AddAsync(
        string actor, string action, string subject, string outcome, string? mapping = null, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        var row = new TableEntity(now.ToString("yyyyMM"), $"{TableKey.NewestFirst(now)}|{Chance.NewId()}")
        {
            ["At"] = now,
            ["Actor"] = actor,
            ["Action"] = action,
            ["Subject"] = subject,
            ["Outcome"] = outcome,
            ["Mapping"] = mapping,
        };
        return tables.Audit.AddEntityAsync(row, cancellation);
    }

    /// <summary>A page of a month's entries, newest first.</summary>
    public async Task<(IReadOnlyList<AuditEntry> Entries, string? Continuation)> ListAsync(
        string month, int limit, string? continuation, CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {month}");
        await foreach (var page in tables.Audit
            .QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellation).AsPages(continuation, limit))
        {
            return ([.. page.Values.Select(Read)], page.ContinuationToken);
        }
        return ([], null);
    }

    private static AuditEntry Read(TableEntity row) => new(
        row.GetDateTimeOffset("At")!.Value, row.GetString("Actor"), row.GetString("Action"), row.GetString("Subject"),
        row.GetString("Outcome"), row.GetString("Mapping"));
}

using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Canonical;
using Isthmus.Core.Tables;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>Remembers what was asked for on each day (UTC) in each currency. A refund counts on the day it was first asked for.</summary>
public sealed class RefundDays(IsthmusTables tables, TimeProvider time)
{
    /// <summary>Counts the refund, once, before anything is summed, so that two at the same moment both see each other.</summary>
    /// <returns>What its day comes to with it, in minor units.</returns>
    public async Task<long> CountAsync(string key, Money money)
    {
        var row = TableKey.Escape("refund|" + key);
        var kept = await tables.Checkpoints.GetEntityIfExistsAsync<TableEntity>("refund-days", row);
        var day = kept.HasValue ? kept.Value!.GetString("Day") : Day(money.Currency);
        if (!kept.HasValue)
            await tables.Checkpoints.UpsertEntityAsync(new TableEntity("refund-days", row) { ["Day"] = day }, TableUpdateMode.Replace);
        await tables.Checkpoints.UpsertEntityAsync(
            new TableEntity(day, row) { ["Amount"] = money.Minor }, TableUpdateMode.Replace);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {day}");
        var sum = 0L;
        await foreach (var other in tables.Checkpoints.QueryAsync<TableEntity>(filter)) sum += other.GetInt64("Amount") ?? 0;
        return sum;
    }

    /// <summary>Counts it no longer: it is not going to be paid.</summary>
    public async Task ForgetAsync(string key)
    {
        var row = TableKey.Escape("refund|" + key);
        var kept = await tables.Checkpoints.GetEntityIfExistsAsync<TableEntity>("refund-days", row);
        if (!kept.HasValue) return;
        await tables.Checkpoints.DeleteEntityAsync(kept.Value!.GetString("Day"), row, ETag.All);
        await tables.Checkpoints.DeleteEntityAsync("refund-days", row, ETag.All);
    }

    /// <summary>Forgets what was asked for before a day, a thousand refunds at once.</summary>
    public async Task PurgeAsync(DateOnly before, CancellationToken cancellation)
    {
        var old = new List<(string Day, string Row)>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {"refund-days"}");
        await foreach (var kept in tables.Checkpoints.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            var day = kept.GetString("Day");
            if (DateOnly.ParseExact(day[^10..], "yyyy-MM-dd", CultureInfo.InvariantCulture) < before) old.Add((day, kept.RowKey));
        }
        foreach (var (day, row) in old.Take(1_000))
        {
            await tables.Checkpoints.DeleteEntityAsync(day, row, ETag.All, cancellation);
            await tables.Checkpoints.DeleteEntityAsync("refund-days", row, ETag.All, cancellation);
        }
    }

    private string Day(string currency) =>
        $"refunds|{currency}|{time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}

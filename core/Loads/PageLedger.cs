using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Loads;

/// <summary>
/// What became of each record of the page under way, so that a page that is carried again after a crash counts the same. One row
/// a load, written for many records at a time; the next page begins it anew.
/// </summary>
public sealed class PageLedger
{
    private const int RecordsAWrite = 100;
    private readonly IsthmusTables tables;
    private readonly Load load;
    private readonly ConcurrentDictionary<string, LoadOutcome> settled;
    private readonly Batches<KeyValuePair<string, LoadOutcome>> writer;

    internal PageLedger(IsthmusTables tables, Load load, TableEntity? row)
    {
        (this.tables, this.load) = (tables, load);
        settled = row?.GetInt32("Page") == load.Pages
            ? JsonSerializer.Deserialize<ConcurrentDictionary<string, LoadOutcome>>(row.GetString("Settled"))! : new();
        writer = new(RecordsAWrite, WriteAsync);
    }

    /// <summary>What became of a record before; null when nothing is known.</summary>
    public LoadOutcome? Find(string key) => settled.TryGetValue(key, out var outcome) ? outcome : null;

    /// <summary>Remembers what became of a record; durable when it completes.</summary>
    public Task AddAsync(string key, LoadOutcome outcome) => writer.AddAsync(new(key, outcome));

    private async Task WriteAsync(IReadOnlyList<KeyValuePair<string, LoadOutcome>> records)
    {
        foreach (var (key, outcome) in records) settled[key] = outcome;
        await tables.Loads.UpsertEntityAsync(
            new TableEntity(LoadRows.Partition, LoadRows.PageRow(load.Id))
            {
                ["Page"] = load.Pages, ["Settled"] = JsonSerializer.Serialize(settled),
            },
            TableUpdateMode.Replace);
    }
}

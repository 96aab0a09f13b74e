using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Items;
using Isthmus.Core.Loads;
using Isthmus.Functions.Items;
using Isthmus.Functions.Items.ToZoho;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Loads.Items;

/// <summary>
/// Sage's items become Zoho's, by the same step that carries one that changed. What is read counts as known, so that the polling
/// that follows carries only what changed since.
/// </summary>
public sealed class ItemLoad(
    SageAgentClient sage, ZohoInventoryClient zoho, SageItemFeed feed, ItemReading reading, ZohoItemWriter writer, ItemStore store,
    ItemOptions rules, TimeProvider time) : IRecordLoad
{
    /// <summary>How old Zoho's catalogue may be; an item that came since is found when Zoho refuses its SKU a second time.</summary>
    private static readonly TimeSpan Catalogue = TimeSpan.FromHours(1);

    /// <summary>What people call the kind.</summary>
    public const string Kind = "items";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public string? Obstacle => rules.ToSage
        ? "The items are kept in Zoho (Isthmus:Items:Direction is zoho-to-sage): a load would overwrite them with Sage's." : null;

    /// <inheritdoc/>
    public async Task<long?> CountAsync(CancellationToken cancellation)
    {
        var count = 0L;
        var keys = feed.Query with { Columns = ["ItemCode"], PageSize = 1000 };
        await foreach (var page in sage.QueryPagesAsync(keys, null, cancellation)) count += page.Rows.Count;
        return count;
    }

    /// <inheritdoc/>
    public async Task<LoadPage> PageAsync(string? after, int size, CancellationToken cancellation)
    {
        var page = await sage.QueryPageAsync(feed.Query with { PageSize = size }, after, cancellation);
        return new LoadPage(page.Rows, page.Next);
    }

    /// <inheritdoc/>
    public string KeyOf(JsonElement record) => record.NeedText("ItemCode", SageOptions.Id);

    /// <inheritdoc/>
    public Task<JsonElement?> FindAsync(string key, CancellationToken cancellation) =>
        sage.ReadAsync(feed.Query.Object, new Dictionary<string, string> { ["ItemCode"] = key }, cancellation);

    /// <inheritdoc/>
    public async Task<LoadOutcome> CarryAsync(string key, JsonElement record, string runId, bool dryRun)
    {
        var (read, skip) = await feed.ReadAsync(record);
        if (skip is not null) return LoadOutcome.Skipped;
        var notes = new StepNotes();
        var item = await reading.ReadAsync("sage-item", record, notes);
        if (dryRun) return OutcomeOf(await writer.JudgeAsync(item));
        zoho.BeginTurn();
        var done = await writer.WriteAsync(item, runId, notes, time.GetUtcNow() - Catalogue);
        await store.KnowAsync(SageItemFeed.Source, [read]);
        return OutcomeOf(done);
    }

    private static LoadOutcome OutcomeOf(ItemWriting done) => done switch
    {
        ItemWriting.Created or ItemWriting.Changed => LoadOutcome.Written,
        ItemWriting.Unchanged => LoadOutcome.Unchanged,
        _ => LoadOutcome.Skipped,
    };
}

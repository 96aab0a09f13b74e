using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Items;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>Sage's items one after the other, for whoever goes through all of them.</summary>
public sealed class ItemCarrier(SageAgentClient sage, SageItemFeed feed, ItemReading reading, ZohoItemWriter writer, ItemStore store)
{
    /// <summary>A page of items in order of their codes.</summary>
    /// <param name="after"><see cref="SagePage.Next"/> of the page before; null for the first.</param>
    /// <param name="size">How many at most, 1 to 1,000.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<SagePage> PageAsync(string? after, int size, CancellationToken cancellation) =>
        sage.QueryPageAsync(feed.Query with { PageSize = size }, after, cancellation);

    /// <summary>Carries one item, and remembers it as read, so that the next poll has nothing to do with it.</summary>
    /// <param name="row">The item as Sage shows it.</param>
    /// <param name="readAt">When it was read.</param>
    /// <param name="runId">The run that carries it.</param>
    /// <param name="notes">Of the step that does.</param>
    /// <returns>Null where a rule leaves it in Sage.</returns>
    public async Task<ItemWriting?> CarryAsync(JsonElement row, DateTimeOffset readAt, string runId, StepNotes notes)
    {
        var (read, skip) = await feed.ReadAsync(row);
        if (skip is not null) return null;
        var done = await writer.WriteAsync(await reading.ReadAsync("sage-item", row, notes), runId, notes, readAt);
        await store.KnowAsync(SageItemFeed.Source, [read]);
        return done;
    }
}

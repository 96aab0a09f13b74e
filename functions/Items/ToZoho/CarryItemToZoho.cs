using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Isthmus.Core.Items;
using Isthmus.Core.Runs;
using Isthmus.Functions.Loads;
using Isthmus.Functions.Loads.Items;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Stock;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>Writes to Zoho what waits of an item, at its newest.</summary>
public sealed class CarryItemToZoho(
    ZohoInventoryClient zoho, ItemReading reading, ZohoItemWriter writer, ItemStore store, StockFeed stock, IOptions<StockOptions> rules,
    RefusedRecords refused, RunStore runs, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(CarryItemToZoho))]
    public Task<StepResult<ItemOutcome>> Run([ActivityTrigger] Step<ItemInput> step) =>
        steps.RunAsync(step, "write the item", async (input, notes) =>
        {
            zoho.BeginTurn();
            await runs.BeginAsync(
                new Run { Id = step.RunId, Flow = ItemToZohoOrchestration.Flow, Key = input.Key, State = RunState.Running });
            if (await store.FindAsync(SageItemFeed.Source, input.Key) is not { } waiting)
                return new ItemOutcome("Nothing is left to carry.", input.Key, Ignored: true);
            try { return await CarryAsync(waiting, step.RunId, notes); }
            catch (FailureException)
            {
                await store.LeaveAsync(SageItemFeed.Source, waiting);
                throw;
            }
        });

    private async Task<ItemOutcome> CarryAsync(ReadItem waiting, string runId, StepNotes notes)
    {
        var item = await reading.ReadAsync("sage-item", JsonElement.Parse(waiting.Record!), notes);
        var done = await writer.WriteAsync(item, runId, notes, waiting.TakenAt);
        if (done == ItemWriting.Created && rules.Value.Enabled) await stock.TakeItemAsync(item.Sku, CancellationToken.None);
        await refused.CloseAsync(ItemLoad.Kind, waiting.Key);
        var settled = await store.SettleAsync(SageItemFeed.Source, waiting);
        notes.Detail = $"{item.Sku}: {Words(done)}";
        return new ItemOutcome(Words(done), item.Sku, Ignored: done == ItemWriting.LeftOut, Newer: !settled);
    }

    private static string Words(ItemWriting done) => done switch
    {
        ItemWriting.Created => "Written to Zoho as a new item.",
        ItemWriting.Changed => "Changed in Zoho.",
        ItemWriting.Unchanged => "Zoho shows it already.",
        _ => "It is inactive and Zoho does not have it.",
    };
}

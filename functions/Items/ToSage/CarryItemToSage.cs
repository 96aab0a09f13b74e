using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Isthmus.Core.Items;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Items.ToSage;

/// <summary>Writes an item to Sage as Zoho shows it now.</summary>
public sealed class CarryItemToSage(
    ZohoInventoryClient zoho, SageAgentClient sage, ItemReading reading, SageItemWriter writer, ItemStore store, RunStore runs, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(CarryItemToSage))]
    public Task<StepResult<ItemOutcome>> Run([ActivityTrigger] Step<ItemInput> step) =>
        steps.RunAsync(step, "write the item to Sage", async (input, notes) =>
        {
            zoho.BeginTurn();
            sage.BeginTurn();
            await runs.BeginAsync(
                new Run { Id = step.RunId, Flow = ItemToSageOrchestration.Flow, Key = input.Key, State = RunState.Running });
            if (await store.FindAsync(ZohoItemFeed.Source, input.Key) is not { } waiting)
                return new ItemOutcome("Nothing is left to carry.", Ignored: true);
            try
            {
                var outcome = await CarryAsync(input.Key, step.RunId, notes);
                return outcome with { Newer = !await store.SettleAsync(ZohoItemFeed.Source, waiting) };
            }
            catch (FailureException)
            {
                await store.LeaveAsync(ZohoItemFeed.Source, waiting);
                throw;
            }
        });

    private async Task<ItemOutcome> CarryAsync(string id, string runId, StepNotes notes)
    {
        if (await FindAsync(id) is not { } record) return new ItemOutcome("Zoho does not have the item any more; Sage keeps it.", Ignored: true);
        var item = await reading.ReadAsync("zoho-item", record, notes);
        if (item.Skip is { } skip) return new ItemOutcome(skip, Ignored: true);
        var changed = await writer.WriteAsync(id, item, runId, notes);
        notes.Key = item.Sku;
        return new ItemOutcome(notes.Detail = changed ? $"{item.Sku} written to Sage." : $"Sage has {item.Sku} like that already.", item.Sku);
    }

    private async Task<JsonElement?> FindAsync(string id)
    {
        try { return await zoho.GetItemAsync(id, CancellationToken.None); }
        catch (FailureException gone) when (gone.Failure.Class == FailureClass.ReferenceMissing) { return null; }
    }
}

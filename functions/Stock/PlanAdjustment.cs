using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Core.Stock;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Compares what shall be available with what Zoho has available now, and keeps the differences. What Zoho shows already, because
/// the change began there, needs no correction.
/// </summary>
public sealed class PlanAdjustment(
    ZohoInventoryClient zoho, StockPlaces places, ItemCatalogue catalogue, StockStore store, IPayloadStore payloads, RunStore runs,
    TimeProvider time, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(PlanAdjustment))]
    public Task<StepResult<AdjustmentPlan>> Run([ActivityTrigger] Step<StockBatchInput> step) =>
        steps.RunAsync(step, "compare with Zoho", async (input, notes) =>
        {
            var batch = input.Batch;
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = StockToZohoOrchestration.Flow, Key = batch, State = RunState.Running });
            var wanted = await store.OfBatchAsync(batch, input.First, input.Last);
            if (wanted.Count == 0) return new AdjustmentPlan(batch, null, 0, 0);
            var plan = await PlanAsync(batch, wanted);
            notes.Detail = $"{plan.Lines.Count} of {wanted.Count} quantities differ in Zoho.";
            return new AdjustmentPlan(batch, await payloads.PutAsync(CanonicalJson.Write(plan)), plan.Lines.Count, plan.Unchanged.Count);
        });

    private async Task<StockAdjustment> PlanAsync(string batch, IReadOnlyList<WantedStock> wanted)
    {
        var location = (await places.ByWarehouseAsync()).GetValueOrDefault(wanted[0].Warehouse) ?? throw NoLocation(wanted[0].Warehouse);
        var ids = await IdsAsync(wanted);
        var shown = (await zoho.GetItemsAsync(ids.Values.Distinct(), CancellationToken.None))
            .ToDictionary(item => item.NeedText("item_id", ZohoInventoryOptions.Id), item => Available(item, location), StringComparer.Ordinal);
        var changes = wanted.Select(row => new StockChange(row, ids[row.Key], row.Quantity - shown.GetValueOrDefault(ids[row.Key]))).ToList();
        var lines = changes.Where(change => change.Change != 0).ToList();
        return new StockAdjustment(
            batch, Reference(batch, lines), time.GetUtcNow(), location, lines,
            [.. changes.Where(change => change.Change == 0).Select(change => change.Wanted)]);
    }

    private async Task<Dictionary<string, string>> IdsAsync(IReadOnlyList<WantedStock> wanted)
    {
        var asked = time.GetUtcNow();
        if (!catalogue.Loaded) await catalogue.RefreshAsync(asked, CancellationToken.None);
        return wanted.ToDictionary(
            row => row.Key, row => catalogue.Index.Find(row.Item).Code is { } sku ? catalogue.Ids[sku] : throw NoItem(row.Item), StringComparer.Ordinal);
    }

    /// <summary>Stock that may be sold at a location: what is there less what confirmed orders will take.</summary>
    private static decimal Available(JsonElement item, string location)
    {
        foreach (var place in item.NeedList("locations", ZohoInventoryOptions.Id))
            if (place.FindText("location_id") == location) return place.NeedNumber("location_actual_available_stock", ZohoInventoryOptions.Id);
        return 0m;
    }

    private static string Reference(string batch, IEnumerable<StockChange> lines)
    {
        var content = $"{batch}\n{string.Join('\n', lines.Select(line => $"{line.ItemId}={line.Change:0.######}"))}";
        return "STK-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..20];
    }

    private static FailureException NoLocation(string warehouse) => new(new Failure(
        FailureClass.ReferenceMissing, ZohoInventoryOptions.Id, "compare with Zoho", "location-missing",
        $"No location in Zoho stands for the warehouse {warehouse}.",
        "Name its location in mappings/references/warehouses.yaml; then resubmit."));

    private static FailureException NoItem(string item) => new(new Failure(
        FailureClass.ReferenceMissing, ZohoInventoryOptions.Id, "compare with Zoho", "item-missing", $"Zoho has no item for '{item}'.",
        "Create the item in Zoho with that SKU, or name its SKU in mappings/references/item-aliases.yaml; then resubmit."));
}

using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Payloads;
using Isthmus.Core.Purchasing;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.ToSage;

/// <summary>Reads a purchase order afresh from Zoho. One that was deleted counts as cancelled.</summary>
public sealed class ReadZohoPurchase(
    ZohoInventoryClient zoho, Mapper mapper, IPayloadStore payloads, RunStore runs, IOptions<PurchasingOptions> rules, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ReadZohoPurchase))]
    public Task<StepResult<ReadPurchase>> Run([ActivityTrigger] Step<PurchaseInput> step) =>
        steps.RunAsync(step, "read the purchase order", async (input, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = PurchaseToSageOrchestration.Flow, Key = input.Key });
            if (await zoho.FindPurchaseOrderByIdAsync(input.Key, CancellationToken.None) is not { } record) return await DeletedAsync(input.Key);
            var number = record.NeedText("purchaseorder_number", ZohoInventoryOptions.Id);
            if (rules.Value.IsOwnOrder(number)) return new ReadPurchase(input.Key, number, null, "", false, "The order came from Sage.");
            var json = mapper.Map("zoho-purchaseorder", record, notes);
            var order = CanonicalJson.Read<PurchaseOrder>(json);
            return new ReadPurchase(input.Key, number, await payloads.PutAsync(json), order.VendorKey, order.Status == PurchaseStatus.Open);
        });

    private async Task<ReadPurchase> DeletedAsync(string id)
    {
        var cancelled = new PurchaseOrder { Key = id, Number = id, Status = PurchaseStatus.Cancelled };
        return new ReadPurchase(id, id, await payloads.PutAsync(CanonicalJson.Write(cancelled)), "", false);
    }
}

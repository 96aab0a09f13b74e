using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Canonical;
using Isthmus.Core.Payloads;
using Isthmus.Core.Purchasing;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Purchasing.ToZoho;

/// <summary>Reads a purchase order afresh from Sage. One that was deleted is known by its history, as cancelled.</summary>
public sealed class ReadSagePurchase(SageAgentClient sage, Mapper mapper, IPayloadStore payloads, RunStore runs, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ReadSagePurchase))]
    public Task<StepResult<ReadPurchase>> Run([ActivityTrigger] Step<PurchaseInput> step) =>
        steps.RunAsync(step, "read the purchase order", async (input, notes) =>
        {
            var no = input.Key;
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = PurchaseToZohoOrchestration.Flow, Key = no, Number = no });
            if (await sage.ReadAsync("PO_PurchaseOrder", Key(no), CancellationToken.None) is not { } record)
                return await CancelledAsync(no);
            if (WhyNot(record) is { } why) return new ReadPurchase(no, no, null, "", false, why);
            var json = mapper.Map("sage-purchaseorder", record, notes);
            var order = CanonicalJson.Read<PurchaseOrder>(json);
            return new ReadPurchase(no, no, await payloads.PutAsync(json), order.VendorKey, order.Status == PurchaseStatus.Open);
        });

    private async Task<ReadPurchase> CancelledAsync(string no)
    {
        if (await sage.ReadAsync("PO_PurchaseOrderHistory", Key(no), CancellationToken.None) is null)
            return new ReadPurchase(no, no, null, "", false, $"Sage knows no purchase order {no}.");
        var cancelled = new PurchaseOrder { Key = no, Number = no, Status = PurchaseStatus.Cancelled };
        return new ReadPurchase(no, no, await payloads.PutAsync(CanonicalJson.Write(cancelled)), "", false);
    }

    /// <summary>Templates and requisitions order nothing; what came from Zoho does not go back.</summary>
    private static string? WhyNot(JsonElement record) => record.FindText("OrderType") switch
    {
        _ when PurchaseTargets.ZohoIdOf(record.FindText("UDF_EXTERNAL_ID")) is not null => "The order came from Zoho.",
        "M" or "R" => "It is a master or repeating order: what is ordered are the orders that come of it.",
        "X" => "It is a material requisition.",
        _ => null,
    };

    private static Dictionary<string, string> Key(string no) => new() { ["PurchaseOrderNo"] = no };
}

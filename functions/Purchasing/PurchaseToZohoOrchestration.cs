using Isthmus.Functions.Purchasing.ToZoho;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Purchasing;

/// <summary>One purchase order of Sage 100 is brought to the same state in Zoho.</summary>
public static class PurchaseToZohoOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "purchase-order-to-zoho";

    private static readonly PurchaseRoad Road = new(Flow, nameof(ReadSagePurchase), nameof(ResolveZohoVendor), nameof(WriteZohoPurchase));

    /// <summary>The instance id of a purchase order's flow.</summary>
    public static string InstanceId(string purchaseOrderNo) => "po2zoho-" + purchaseOrderNo;

    /// <summary>Carries the present state across.</summary>
    [Function(nameof(PurchaseToZoho))]
    public static Task<string> PurchaseToZoho([OrchestrationTrigger] TaskOrchestrationContext context, PurchaseInput input) =>
        Road.CarryAsync(context, input);
}

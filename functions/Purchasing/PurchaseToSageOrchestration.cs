using Isthmus.Functions.Purchasing.ToSage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Purchasing;

/// <summary>One purchase order of Zoho is brought to the same state in Sage 100.</summary>
public static class PurchaseToSageOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "purchase-order-to-sage";

    private static readonly PurchaseRoad Road = new(Flow, nameof(ReadZohoPurchase), nameof(ResolveSageVendor), nameof(WriteSagePurchase));

    /// <summary>The instance id of a purchase order's flow.</summary>
    public static string InstanceId(string purchaseOrderId) => "po2sage-" + purchaseOrderId;

    /// <summary>Carries the present state across.</summary>
    [Function(nameof(PurchaseToSage))]
    public static Task<string> PurchaseToSage([OrchestrationTrigger] TaskOrchestrationContext context, PurchaseInput input) =>
        Road.CarryAsync(context, input);
}

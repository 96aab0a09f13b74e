using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>An item of Sage becomes an item in Zoho, or what changed of it.</summary>
public static class ItemToZohoOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "item-to-zoho";

    private static readonly ItemRoad Road = new(Flow, nameof(CarryItemToZoho));

    /// <summary>Carries one item, and what comes of it meanwhile; the instance id is made of its code.</summary>
    [Function(nameof(ItemToZoho))]
    public static Task<string> ItemToZoho([OrchestrationTrigger] TaskOrchestrationContext context, ItemInput input) =>
        Road.GoAsync(context, input);
}

using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Items.ToSage;

/// <summary>An item of Zoho becomes an item in Sage, or what changed of it.</summary>
public static class ItemToSageOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "item-to-sage";

    private static readonly ItemRoad Road = new(Flow, nameof(CarryItemToSage));

    /// <summary>Carries one item, and what comes of it meanwhile; the instance id is made of Zoho's id.</summary>
    [Function(nameof(ItemToSage))]
    public static Task<string> ItemToSage([OrchestrationTrigger] TaskOrchestrationContext context, ItemInput input) =>
        Road.GoAsync(context, input);
}

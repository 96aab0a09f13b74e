using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Items.ToSage;

/// <summary>An item of Zoho becomes an item in Sage, or what changed of it.</summary>
public static class ItemToSageOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "item-to-sage";

    /// <summary>Carries one item, and what comes of it meanwhile; the instance id is made of Zoho's id.</summary>
    [Function(nameof(ItemToSage))]
    public static async Task<string> ItemToSage([OrchestrationTrigger] TaskOrchestrationContext context, ItemInput input)
    {
        try
        {
            ItemOutcome carried;
            do carried = await context.StepAsync<ItemInput, ItemOutcome>(nameof(CarryItemToSage), input);
            while (carried.Newer);
            return await context.EndAsync(carried.Ignored ? RunState.Ignored : RunState.Done, carried.Words, carried.Number);
        }
        catch (StepFailedException failed) { return await context.DeadLetterAsync(failed, Flow, input.Key, null); }
    }
}

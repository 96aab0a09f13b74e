using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>An item of Sage becomes an item in Zoho, or what changed of it.</summary>
public static class ItemToZohoOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "item-to-zoho";

    /// <summary>Carries one item, and what comes of it meanwhile; the instance id is made of its code.</summary>
    [Function(nameof(ItemToZoho))]
    public static async Task<string> ItemToZoho([OrchestrationTrigger] TaskOrchestrationContext context, ItemInput input)
    {
        try
        {
            ItemOutcome carried;
            do carried = await context.StepAsync<ItemInput, ItemOutcome>(nameof(CarryItemToZoho), input);
            while (carried.Newer);
            return await context.EndAsync(carried.Ignored ? RunState.Ignored : RunState.Done, carried.Words, carried.Number);
        }
        catch (StepFailedException failed) { return await context.DeadLetterAsync(failed, Flow, input.Key, null); }
    }
}

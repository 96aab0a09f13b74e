using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Items;

/// <summary>How an item is carried, whichever way it goes.</summary>
/// <param name="Flow">The flow's name in runs and dead letters.</param>
/// <param name="Carry">The activity that writes what waits of the item.</param>
internal sealed record ItemRoad(string Flow, string Carry)
{
    /// <summary>Carries one item, and what comes of it meanwhile.</summary>
    public async Task<string> GoAsync(TaskOrchestrationContext context, ItemInput input)
    {
        try
        {
            ItemOutcome carried;
            do carried = await context.StepAsync<ItemInput, ItemOutcome>(Carry, input);
            while (carried.Newer);
            return await context.EndAsync(carried.Ignored ? RunState.Ignored : RunState.Done, carried.Words, carried.Number);
        }
        catch (StepFailedException failed) { return await context.DeadLetterAsync(failed, Flow, input.Key, null); }
    }
}

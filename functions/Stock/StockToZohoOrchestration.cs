using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Stock;

/// <summary>A batch of quantities becomes one inventory adjustment in Zoho.</summary>
public static class StockToZohoOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "stock-to-zoho";

    /// <summary>Carries one batch; its name is the instance id.</summary>
    [Function(nameof(StockToZoho))]
    public static async Task<string> StockToZoho([OrchestrationTrigger] TaskOrchestrationContext context, StockBatchInput input)
    {
        AdjustmentPlan? plan = null;
        try
        {
            plan = await context.StepAsync<StockBatchInput, AdjustmentPlan>(nameof(PlanAdjustment), input);
            if (plan.Adjustment is null) return await context.EndAsync(RunState.Ignored, "The batch has nothing left to carry.");
            var outcome = await context.StepAsync<AdjustmentPlan, AdjustmentOutcome>(nameof(WriteAdjustment), plan);
            return await context.EndAsync(RunState.Done, Words(plan, outcome));
        }
        catch (StepFailedException failed)
        {
            await context.StepAsync<StockBatchInput, Nothing>(nameof(KeepRefusedStock), input);
            return await context.DeadLetterAsync(failed, Flow, input.Batch, plan?.Adjustment);
        }
    }

    private static string Words(AdjustmentPlan plan, AdjustmentOutcome outcome) =>
        $"{plan.Lines + plan.Unchanged} read: {outcome.Written} written, {plan.Unchanged} unchanged, 0 skipped, {outcome.Refused} failed.";
}

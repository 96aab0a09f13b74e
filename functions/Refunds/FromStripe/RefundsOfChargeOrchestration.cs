using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>A charge of which something was refunded: each of its refunds gets its own run.</summary>
public static class RefundsOfChargeOrchestration
{
    /// <summary>The instance id of a charge's refunds.</summary>
    public static string InstanceId(string chargeId) => "refunds-of-" + chargeId;

    /// <summary>Lists them; news that came meanwhile starts it over.</summary>
    [Function(nameof(RefundsOfCharge))]
    public static async Task<string> RefundsOfCharge([OrchestrationTrigger] TaskOrchestrationContext context, string chargeId)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        try
        {
            var outcome = await context.StepAsync<string, string>(nameof(StartRefundsOfCharge), chargeId);
            if (!news.IsCompleted) await context.EndAsync(RunState.Ignored, outcome);
            if (news.IsCompleted) context.ContinueAsNew(chargeId, preserveUnprocessedEvents: true);
            return outcome;
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, RefundToZohoOrchestration.Flow, chargeId, null);
        }
    }
}

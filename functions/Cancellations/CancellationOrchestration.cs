using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Cancellations;

/// <summary>
/// An order that nobody pays for, or that somebody voided in Zoho, is cancelled in Zoho and in Sage 100 as long as nothing of it
/// was billed or shipped.
/// </summary>
public static class CancellationOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "cancellation";

    /// <summary>The instance id of a cancellation.</summary>
    public static string InstanceId(string key) => "cancel-" + key;

    /// <summary>Cancels one order; news that came meanwhile starts it over.</summary>
    [Function(nameof(CancelOrder))]
    public static async Task<string> CancelOrder([OrchestrationTrigger] TaskOrchestrationContext context, CancellationInput input)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        try
        {
            var order = await context.StepAsync<CancellationInput, OrderToCancel>(nameof(FindOrderToCancel), input);
            var outcome = order.Why;
            if (order.SalesOrderId.Length > 0)
            {
                if (!order.Void) await context.StepAsync<OrderToCancel, string>(nameof(VoidZohoOrder), order);
                outcome = $"{order.Why} {await context.StepAsync<OrderToCancel, string>(nameof(CancelSageOrder), order)}";
            }
            var state = order.SalesOrderId.Length > 0 ? RunState.Done : RunState.Ignored;
            if (!news.IsCompleted) await context.EndAsync(state, outcome, order.Number.Length > 0 ? order.Number : null);
            if (news.IsCompleted) context.ContinueAsNew(input, preserveUnprocessedEvents: true);
            return outcome;
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.Key, null);
        }
    }
}

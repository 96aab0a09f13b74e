using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Deals.Invoices;

/// <summary>What was invoiced and paid of one order is shown on the deal that it came from.</summary>
public static class DealInvoicesOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "deal-invoice";

    /// <summary>The instance id of an order's flow; the key is the deal's id and the number of the winning.</summary>
    public static string InstanceId(string key) => "dealinv-" + key;

    /// <summary>Shows what the books say now; news that came meanwhile starts it over.</summary>
    [Function(nameof(ShowDealInvoices))]
    public static async Task<string> ShowDealInvoices([OrchestrationTrigger] TaskOrchestrationContext context,
        DealInvoicesInput input)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        string words;
        try
        {
            words = await context.StepAsync<DealInvoicesInput, string>(nameof(CarryDealInvoices), input);
            if (!news.IsCompleted) await context.EndAsync(RunState.Done, words);
        }
        catch (StepFailedException failed)
        {
            words = await context.DeadLetterAsync(failed, Flow, input.Key, payload: null);
        }
        if (news.IsCompleted) context.ContinueAsNew(input, preserveUnprocessedEvents: true);
        return words;
    }
}

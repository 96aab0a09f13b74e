using Isthmus.Core.Deals;
using Isthmus.Core.Failures;
using Isthmus.Functions.Deals.Ordering;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Deals;

/// <summary>
/// One deal of the CRM. When it is won, its account becomes a customer and what was sold an order in Sage 300, once a winning;
/// the deal shows the order. Whatever happens to the deal meets here, one after the other.
/// </summary>
public static class DealOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "deal";

    /// <summary>The instance id of a deal's flow.</summary>
    public static string InstanceId(string dealId) => "deal-" + dealId;

    /// <summary>Carries the deal as it stands; news that came meanwhile starts it over.</summary>
    [Function(nameof(CarryDeal))]
    public static async Task<string> CarryDeal([OrchestrationTrigger] TaskOrchestrationContext context, DealInput input)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        DealRead? read = null;
        string words;
        try
        {
            read = await ReadAsync(context, input);
            var (outcome, review, number) = await OrderAsync(context, read);
            words = outcome;
            if (!news.IsCompleted) await EndAsync(context, input.DealId, read, words, review, number);
        }
        catch (StepFailedException failed)
        {
            words = await context.DeadLetterAsync(failed, Flow, input.DealId, read?.Due?.Order ?? input.Order, Resume(read));
        }
        if (news.IsCompleted) context.ContinueAsNew(new DealInput(input.DealId), preserveUnprocessedEvents: true);
        return words;
    }

    /// <summary>What a person says is kept, and the deal is read again: it may be another one by then.</summary>
    private static async Task<DealRead> ReadAsync(TaskOrchestrationContext context, DealInput input)
    {
        while (true)
        {
            var read = await context.StepAsync<DealInput, DealRead>(nameof(ReadDeal), input);
            if (read.Question is not { } question) return read;
            var decision = await context.HoldAsync(question.Words);
            await context.StepAsync<DealDecision, string>(nameof(DecideDeal), new(input.DealId, question.Key, decision.Approved));
        }
    }

    private static async Task<(string Words, Failure? Review, string? Number)> OrderAsync(
        TaskOrchestrationContext context, DealRead read)
    {
        if (read.Due is not { } due)
        {
            if (read.Show is { } shown) await context.StepAsync<DealOrder, string>(nameof(ShowDealOrder), shown);
            return (read.Words, read.Review, null);
        }
        var customer = await context.StepAsync<WonDeal, string>(nameof(ResolveDealCustomer), due);
        var entered = await context.StepAsync<DealOfCustomer, EnteredDeal>(nameof(EnterDealOrder), new(due, customer));
        await context.StepAsync<DealOrder, string>(nameof(ShowDealOrder), entered.Order);
        return ($"Order {entered.Order.Number} of customer {customer} in Sage 300.", entered.Review, entered.Order.Number);
    }

    private static async Task EndAsync(
        TaskOrchestrationContext context, string dealId, DealRead read, string words, Failure? review, string? number)
    {
        await context.EndAsync(read.State, words, number);
        if (review is not null)
            await context.AskForReviewAsync(new StepFailedException(nameof(ReadDeal), review), Flow, dealId, read.Due?.Order,
                resume: null);
    }

    private static DealInput? Resume(DealRead? read) => read?.Due is { } due ? new(due.DealId, due.Order) : null;
}

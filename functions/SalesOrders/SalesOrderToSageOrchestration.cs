using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.SalesOrders;

/// <summary>One confirmed Zoho sales order becomes a customer and a sales order in Sage 100.</summary>
public static class SalesOrderToSageOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "sales-order-to-sage";

    private static readonly TimeSpan ConfirmationPatience = TimeSpan.FromDays(30);

    /// <summary>The instance id of a sales order's flow.</summary>
    public static string InstanceId(string salesOrderId) => "so2sage-" + salesOrderId;

    /// <summary>Carries one sales order across.</summary>
    [Function(nameof(SalesOrderToSage))]
    public static async Task<string> SalesOrderToSage(
        [OrchestrationTrigger] TaskOrchestrationContext context, SalesOrderToSageInput input)
    {
        OrderForSage? order = null;
        try
        {
            order = await context.ReadUntilAsync(
                () => context.StepAsync<SalesOrderToSageInput, OrderForSage>(nameof(ReadSalesOrder), input),
                read => read.Ready || read.GivenUp ? null : read.Reason,
                ConfirmationPatience);
            if (!order.Ready) return await context.EndAsync(RunState.Ignored, order.Reason!, order.Number);
            var customer = await context.StepAsync<OrderForSage, string>(nameof(ResolveSageCustomer), order);
            var entered = await context.StepAsync<OrderForSageCustomer, EnteredOrder>(nameof(CreateSageOrder), new(order, customer));
            if (entered.Review is null)
                return await context.EndAsync(RunState.Done, $"Sales order {entered.Number} of customer {customer} in Sage 100.", order.Number);
            await context.EndAsync(RunState.Done, $"Sales order {entered.Number} entered as pending: {entered.Review}.", order.Number);
            return await context.AskForReviewAsync(
                new StepFailedException(nameof(CreateSageOrder), PendingOrders.ForReview(entered)), Flow, input.SalesOrderId, order.Order,
                Resume(order));
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.SalesOrderId, order?.Order ?? input.Order, Resume(order));
        }
    }

    private static SalesOrderToSageInput? Resume(OrderForSage? order) =>
        order is { Ready: true } ? new(order.SalesOrderId, order.Number, order.ContactId, order.Order) : null;
}

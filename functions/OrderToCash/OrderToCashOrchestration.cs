using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.OrderToCash;

/// <summary>
/// One paid Stripe payment becomes a contact, a confirmed sales order, an invoice and a payment in Zoho Inventory. The instance
/// id is made of the payment intent, so that all events of one payment meet here.
/// </summary>
public static class OrderToCashOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "order-to-cash";

    /// <summary>How long the flow waits for money that may still come; delayed methods settle within two weeks.</summary>
    private static readonly TimeSpan PaymentPatience = TimeSpan.FromDays(21);

    /// <summary>The instance id of a payment's flow.</summary>
    public static string InstanceId(string paymentIntent) => "o2c-" + paymentIntent;

    /// <summary>Carries one payment across.</summary>
    [Function(nameof(OrderToCash))]
    public static async Task<string> OrderToCash([OrchestrationTrigger] TaskOrchestrationContext context, OrderToCashInput input)
    {
        var order = input.Known;
        OrderToCashInput? resume = null;
        try
        {
            order ??= await context.ReadUntilAsync(
                () => context.StepAsync<string, OrderHead>(nameof(ReadOrder), input.PaymentIntent),
                read => read.Readiness == PaymentReadiness.NotYet ? read.Reason : null,
                PaymentPatience);
            if (order.Readiness != PaymentReadiness.Paid) return await context.EndAsync(RunState.Ignored, order.Reason!);
            if (order.Anomaly is { } anomaly && !(await context.HoldAsync(anomaly)).Approved) throw Rejected(anomaly);
            resume = input with { Known = order with { Anomaly = null } };
            return await CarryAsync(context, order);
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.PaymentIntent, order?.Order, resume);
        }
    }

    private static async Task<string> CarryAsync(TaskOrchestrationContext context, OrderHead order)
    {
        var contact = await context.StepAsync<OrderHead, string>(nameof(ResolveContact), order);
        var salesOrder = await context.StepAsync<OrderForZoho, ZohoDocument>(nameof(SalesOrderSteps.CreateSalesOrder), new(order, contact));
        var invoice = await context.StepAsync<OrderToInvoice, ZohoDocument>(nameof(InvoiceSteps.CreateInvoice), new(order, contact, salesOrder));
        var payment = await context.StepAsync<InvoiceToPay, string>(nameof(RecordPayment), new(order, contact, invoice));
        var carried = new CarriedOrder(order, contact, salesOrder, invoice, payment);
        await context.StepAsync<CarriedOrder, Nothing>(nameof(WriteBackToStripe), carried);
        await context.StepAsync<CarriedOrder, Nothing>(nameof(StartSalesOrderToSage), carried);
        return await context.EndAsync(RunState.Done, $"Sales order {salesOrder.Number}, invoice {invoice.Number}, paid.", order.Number);
    }

    private static StepFailedException Rejected(string anomaly) => new(
        "Approval",
        new Failure(
            FailureClass.Permanent, "isthmus", "approve the order", "rejected", $"A person rejected the order: {anomaly}",
            "Refund the payment in Stripe, or resubmit the order to have it looked at again."));
}

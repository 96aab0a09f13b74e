using Isthmus.Core.Runs;
using Isthmus.Functions.Refunds.ToSage;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>
/// One payment back that was asked for in Zoho is made in Stripe, once, and followed to its end: Zoho then names Stripe's refund, or
/// no longer says that the money went back.
/// </summary>
public static class RefundToStripeOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "refund-to-stripe";

    private static readonly TimeSpan Patience = TimeSpan.FromDays(45);

    /// <summary>The instance id of a payment back.</summary>
    public static string InstanceId(RefundToStripeInput input) => "refund2stripe-" + input.Key;

    /// <summary>Pays back.</summary>
    [Function(nameof(RefundToStripe))]
    public static async Task<string> RefundToStripe([OrchestrationTrigger] TaskOrchestrationContext context, RefundToStripeInput input)
    {
        var order = input.Known;
        RefundToStripeInput? resume = null;
        try
        {
            order ??= await context.StepAsync<RefundToStripeInput, RefundOrder>(nameof(ReadRefundOrder), input);
            if (!order.Due) return await context.EndAsync(RunState.Ignored, order.Reason!, order.Number);
            resume = input with { Known = order };
            var anomaly = await context.StepAsync<RefundOrder, string>(nameof(CheckRefundLimits), order);
            if (anomaly.Length > 0 && !(await context.HoldAsync(anomaly)).Approved)
            {
                await context.StepAsync<RefundOrder, Nothing>(nameof(CheckRefundLimits.ForgetRefund), order);
                throw new StepFailedException("Approval", Refusals.Rejected(anomaly));
            }
            return await PayAsync(context, input, order);
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.Key, order?.Refund, resume);
        }
    }

    /// <summary>A bank may send the money back while it is booked: news that came meanwhile starts it over.</summary>
    private static async Task<string> PayAsync(TaskOrchestrationContext context, RefundToStripeInput input, RefundOrder order)
    {
        var refund = await context.StepAsync<RefundOrder, StripeRefund>(nameof(RefundAtStripe), order);
        if (refund.UnderWay)
        {
            refund = await context.ReadUntilAsync(
                () => context.StepAsync<string, StripeRefund>(nameof(RefundAtStripe.ReadOwnRefund), refund.Id),
                read => read.UnderWay ? $"The refund {read.Id} is {read.Status.Replace('_', ' ')} at Stripe." : null,
                Patience);
        }
        if (refund.SentBack)
        {
            await context.StepAsync<PaidBack, Nothing>(nameof(WriteRefundToZoho.TakeRefundBack), new(order, refund));
            throw new StepFailedException(
                nameof(RefundAtStripe), Refusals.SentBack(refund.Id, $"The refund {refund.Id} {refund.Status} at Stripe{refund.Why}."));
        }
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        await context.StepAsync<PaidBack, string>(nameof(WriteRefundToZoho), new(order, refund));
        await context.StepAsync<CreditNoteToSageInput, Nothing>(
            nameof(StartCreditNoteToSage), new(order.CreditNoteId, order.Number, order.SalesOrderId, order.PaymentIntent));
        var outcome = await context.EndAsync(RunState.Done, $"Refund {refund.Id} of credit note {order.Number}.", order.Number);
        if (news.IsCompleted) context.ContinueAsNew(input with { Known = null }, preserveUnprocessedEvents: true);
        return outcome;
    }
}

using Isthmus.Core.Runs;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Refunds.ToSage;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>
/// One refund made in Stripe becomes a credit note in Zoho Inventory that is refunded, with a sales return where shipped goods come
/// back. It waits for the order-to-cash flow of its payment.
/// </summary>
public static class RefundToZohoOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "refund";

    /// <summary>Refunds by bank transfer wait up to 45 days for the customer's account; orders wait for people.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(45);

    /// <summary>The instance id of a refund's flow.</summary>
    public static string InstanceId(string refundId) => "refund-" + refundId;

    /// <summary>Carries one refund across.</summary>
    [Function(nameof(RefundToZoho))]
    public static async Task<string> RefundToZoho([OrchestrationTrigger] TaskOrchestrationContext context, RefundInput input)
    {
        var refund = input.Known;
        RefundInput? resume = null;
        try
        {
            refund ??= await context.ReadUntilAsync(
                () => context.StepAsync<string, RefundHead>(nameof(ReadRefund), input.RefundId),
                read => read.Readiness == RefundReadiness.NotYet ? read.Reason : null,
                Patience);
            switch (refund.Readiness)
            {
                case RefundReadiness.Nothing: return await context.EndAsync(RunState.Ignored, refund.Reason!);
                case RefundReadiness.NotYet: throw new StepFailedException(nameof(ReadRefund), Refusals.NeverReady(refund.Reason!));
                case RefundReadiness.Failed:
                    await context.StepAsync<RefundHead, Nothing>(nameof(RecordRefundInZoho.UndoRefundInZoho), refund);
                    throw new StepFailedException(nameof(RecordRefundInZoho.UndoRefundInZoho), Refusals.SentBack(refund.RefundId, refund.Reason!));
            }
            resume = input with { Known = refund };
            return await CarryAsync(context, refund);
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.RefundId, refund?.Refund, resume);
        }
    }

    /// <summary>A bank may send the money back while it is booked: news that came meanwhile starts it over.</summary>
    private static async Task<string> CarryAsync(TaskOrchestrationContext context, RefundHead refund)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        var credit = await context.StepAsync<RefundHead, PlannedCredit>(nameof(PlanCredit), refund);
        if (credit.Returns) credit = await context.StepAsync<PlannedCredit, PlannedCredit>(nameof(CreateSalesReturn), credit);
        var note = await context.StepAsync<PlannedCredit, ZohoDocument>(nameof(CreateCreditNote), credit);
        await context.StepAsync<CreditToRefund, string>(nameof(RecordRefundInZoho), new(refund, note));
        await context.StepAsync<CreditNoteToSageInput, Nothing>(
            nameof(StartCreditNoteToSage), new(note.Id, note.Number, refund.SalesOrderId, refund.PaymentIntent));
        var goods = credit.Returns ? ", goods expected back" : "";
        var outcome = await context.EndAsync(RunState.Done, $"Credit note {note.Number}, refunded{goods}.", note.Number);
        if (news.IsCompleted) context.ContinueAsNew(new RefundInput(refund.RefundId), preserveUnprocessedEvents: true);
        return outcome;
    }
}

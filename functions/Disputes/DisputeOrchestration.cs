using Isthmus.Core.Runs;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Refunds.ToSage;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Disputes;

/// <summary>
/// One disputed payment, followed to the bank's decision: it is shown on the order and the invoice, the goods are held, its owner is
/// told until when to answer, the money is posted, and the decision ends it.
/// </summary>
public static class DisputeOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "dispute";

    /// <summary>How long it goes without news before it looks by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>The instance id of a dispute's flow.</summary>
    public static string InstanceId(string disputeId) => "dispute-" + disputeId;

    /// <summary>Brings everything to where the dispute stands; news that came meanwhile starts it over.</summary>
    [Function(nameof(FollowDispute))]
    public static async Task<string> FollowDispute([OrchestrationTrigger] TaskOrchestrationContext context, DisputeInput input)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        DisputeHead? dispute = null;
        try
        {
            dispute = await context.StepAsync<string, DisputeHead>(nameof(ReadDispute), input.DisputeId);
            await ShowAsync(context, dispute);
            if (dispute.Over)
            {
                if (!news.IsCompleted) await context.EndAsync(RunState.Done, dispute.Note, dispute.OrderNumber);
                if (news.IsCompleted) context.ContinueAsNew(input, preserveUnprocessedEvents: true);
                return dispute.Note;
            }
            if (dispute.Alert is { } alert && alert != input.Told) await TellOwnerAsync(context, alert, input.DisputeId, dispute);
            await context.AwaitNewsAsync(news, dispute.Waits is null ? dispute.Note : $"{dispute.Note}. {dispute.Waits}", Patience);
            context.ContinueAsNew(input with { Told = dispute.Alert ?? input.Told }, preserveUnprocessedEvents: true);
            return dispute.Note;
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.DisputeId, dispute?.Dispute);
        }
    }

    private static async Task ShowAsync(TaskOrchestrationContext context, DisputeHead dispute)
    {
        if (dispute.SalesOrderId.Length > 0 && !dispute.Inquiry)
            await context.StepAsync<DisputeHead, string>(nameof(HoldSageOrder), dispute);
        if (dispute.InvoiceId.Length > 0) await context.StepAsync<DisputeHead, string>(nameof(NoteDispute), dispute);
        if (dispute.Inquiry) return;
        await context.StepAsync<DisputeHead, string>(nameof(PostDispute), dispute);
        if (dispute is { Status: "lost", InvoiceId.Length: > 0 }) await CreditAsync(context, dispute);
    }

    private static async Task CreditAsync(TaskOrchestrationContext context, DisputeHead dispute)
    {
        if (await context.StepAsync<DisputeHead, RefundHead?>(nameof(CreditLostDispute), dispute) is not { } refund) return;
        var credit = await context.StepAsync<RefundHead, PlannedCredit>(nameof(PlanCredit), refund);
        var note = await context.StepAsync<PlannedCredit, ZohoDocument>(nameof(CreateCreditNote), credit);
        await context.StepAsync<CreditToRefund, string>(nameof(RecordRefundInZoho), new(refund, note));
        await context.StepAsync<CreditNoteToSageInput, Nothing>(
            nameof(StartCreditNoteToSage), new(note.Id, note.Number, refund.SalesOrderId, refund.PaymentIntent));
    }

    private static Task<string> TellOwnerAsync(TaskOrchestrationContext context, string alert, string id, DisputeHead dispute) =>
        context.AskForReviewAsync(new StepFailedException(nameof(ReadDispute), DisputeWords.Open(alert)), Flow, id, dispute.Dispute, null);
}

using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Refunds.ToSage;

/// <summary>One refunded credit note of Zoho becomes a credit memo or a return order in Sage 100.</summary>
public static class CreditNoteToSageOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "credit-note-to-sage";

    /// <summary>The instance id of a credit note's flow.</summary>
    public static string InstanceId(string creditNoteId) => "cn2sage-" + creditNoteId;

    /// <summary>Carries one credit note across.</summary>
    [Function(nameof(CreditNoteToSage))]
    public static async Task<string> CreditNoteToSage([OrchestrationTrigger] TaskOrchestrationContext context, CreditNoteToSageInput input)
    {
        CreditForSage? credit = null;
        try
        {
            credit = await context.StepAsync<CreditNoteToSageInput, CreditForSage>(nameof(ReadCreditNote), input);
            var written = await context.StepAsync<CreditForSage, string>(nameof(CreateSageCredit), credit);
            return await context.EndAsync(RunState.Done, written, credit.Number);
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.CreditNoteId, credit?.Credit);
        }
    }
}

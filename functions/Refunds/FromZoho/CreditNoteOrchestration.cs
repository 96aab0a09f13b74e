using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>
/// A credit note or a sales return that changed in Zoho: what is to be paid back of it through Stripe gets runs of its own.
/// </summary>
public static class CreditNoteOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "credit-note";

    /// <summary>The instance id of a credit note's look.</summary>
    public static string InstanceId(CreditNoteInput input) => "creditnote-" + input.Key;

    /// <summary>Looks at it as it is now; news that came meanwhile starts it over.</summary>
    [Function(nameof(CreditNote))]
    public static async Task<string> CreditNote([OrchestrationTrigger] TaskOrchestrationContext context, CreditNoteInput input)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        try
        {
            var credited = input.Module == "salesreturn"
                ? await context.StepAsync<CreditNoteInput, string>(nameof(CreditSalesReturn), input) : input.Id;
            var due = credited.Length == 0
                ? new DueRefunds(0, "The return is not approved, or nothing of it is to be credited by itself.", null)
                : await context.StepAsync<string, DueRefunds>(nameof(StartDueRefunds), credited);
            if (!news.IsCompleted)
                await context.EndAsync(due.Started > 0 ? RunState.Done : RunState.Ignored, due.Outcome, due.Number);
            if (news.IsCompleted) context.ContinueAsNew(input, preserveUnprocessedEvents: true);
            return due.Outcome;
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.Key, null);
        }
    }
}

using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>
/// Starts a run for everything that is to be paid back of a credit note: each refund that a person recorded and that names no payment
/// yet, and the balance where the note is marked for refund.
/// </summary>
public sealed class StartDueRefunds(
    ZohoInventoryClient zoho, CrossReferenceStore references, RunStore runs, IOptions<RefundOptions> rules, StepRunner steps)
{
    /// <summary>Connection and kind under which a sales return's own credit note is known.</summary>
    public const string ReturnTarget = "zoho-inventory.return-creditnote";

    /// <summary>The activity.</summary>
    [Function(nameof(StartDueRefunds))]
    public Task<StepResult<DueRefunds>> Run([ActivityTrigger] Step<string> step, [DurableClient] DurableTaskClient client) =>
        steps.RunAsync(step, "find what is to be paid back", async (id, notes) =>
        {
            await BeginAsync(step.RunId, id);
            var note = await zoho.GetCreditNoteAsync(id, CancellationToken.None);
            var number = note.FindText("creditnote_number");
            if (OwnRefunds.IsRefundId(note.FindText("reference_number")))
                return new DueRefunds(0, "The credit note was made for a refund of Stripe.", number);
            var due = new List<RefundToStripeInput>();
            foreach (var record in await zoho.ListCreditNoteRefundsAsync(id, CancellationToken.None))
                if (IsDue(record)) due.Add(new(id, record.NeedText("creditnote_refund_id", ZohoInventoryOptions.Id)));
            if (Marked(note) || await references.FindAsync(id, ReturnTarget) is not null)
                if (note.FindText("status") == "open" && note.FindNumber("balance") > 0) due.Add(new(id));
            foreach (var refund in due) await StartAsync(refund, client);
            notes.Detail = due.Count == 0 ? "Nothing is to be paid back through Stripe." : $"{due.Count} to be paid back.";
            return new DueRefunds(due.Count, notes.Detail, number);
        });

    private Task BeginAsync(string runId, string id) => runId.StartsWith("creditnote-return-", StringComparison.Ordinal)
        ? Task.CompletedTask
        : runs.BeginAsync(new Run { Id = runId, Flow = CreditNoteOrchestration.Flow, Key = id });

    private bool IsDue(JsonElement record) =>
        record.FindText("reference_number") is null or ""
        && rules.Value.StripeModes.Split(',', StringSplitOptions.TrimEntries)
            .Contains(record.FindText("refund_mode"), StringComparer.OrdinalIgnoreCase);

    private bool Marked(JsonElement note) =>
        note.TryGetProperty("custom_field_hash", out var fields) && fields.ValueKind == JsonValueKind.Object
        && fields.TryGetProperty(rules.Value.Marker, out var marker)
        && (marker.ValueKind == JsonValueKind.True || marker.ToString().ToLowerInvariant() is "true" or "yes");

    private async Task StartAsync(RefundToStripeInput refund, DurableTaskClient client)
    {
        var instance = RefundToStripeOrchestration.InstanceId(refund);
        // What a person rejected, or what failed at Stripe, waits for a person; only a resubmission tries it again.
        if (await runs.FindAsync(instance) is { State: RunState.Done or RunState.DeadLettered }) return;
        await FlowStart.StartOrTellAsync(
            client, nameof(RefundToStripeOrchestration.RefundToStripe), instance, refund, "credit note", CancellationToken.None);
    }
}

using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>Takes Zoho's credit notes, their refunds and sales returns to the look that finds what is to be paid back.</summary>
public sealed class CreditNoteRoute : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "zoho-inventory";

    /// <inheritdoc/>
    public bool Takes(string type) => type is "creditnote" or "creditnote_refund" or "salesreturn";

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var record = body.GetProperty(received.Type);
        var module = received.Type == "salesreturn" ? "salesreturn" : "creditnote";
        if (record.FindId(module + "_id") is not { } id)
            return new RouteOutcome(InboxState.Ignored, "The record names no credit note and no sales return.");
        if (OwnRefunds.IsRefundId(record.FindText("reference_number")))
            return new RouteOutcome(InboxState.Ignored, "The record was made for a refund of Stripe.");
        var input = new CreditNoteInput(module, id);
        var instance = CreditNoteOrchestration.InstanceId(input);
        await FlowStart.StartOrTellAsync(
            client, nameof(CreditNoteOrchestration.CreditNote), instance, input, received.Type, cancellation);
        return new RouteOutcome(InboxState.Routed, instance);
    }
}

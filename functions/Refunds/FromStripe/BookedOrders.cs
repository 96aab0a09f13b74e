using System.Text.Json;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Runs;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>Where a payment's order is booked in Zoho, or what it still waits for.</summary>
/// <param name="InvoiceId">Zoho's invoice.</param>
/// <param name="SalesOrderId">Zoho's sales order, or empty.</param>
/// <param name="Waits">Why it cannot be said yet, or null.</param>
public sealed record BookedOrder(string InvoiceId, string SalesOrderId, string? Waits = null);

/// <summary>
/// Finds the documents that order-to-cash wrote for a payment. While its flow is under way the run that asks is told of its end.
/// </summary>
public sealed class BookedOrders(RunStore runs, RunFollowers followers, CrossReferenceStore references)
{
    /// <summary>Looks for them.</summary>
    /// <param name="intent">The payment intent, whole.</param>
    /// <param name="intentId">Its id.</param>
    /// <param name="asker">The run that asks.</param>
    public async Task<BookedOrder> FindAsync(JsonElement intent, string intentId, string asker)
    {
        var instance = OrderToCashOrchestration.InstanceId(intentId);
        await followers.AddAsync(instance, asker);
        var run = await runs.FindAsync(instance);
        if (run is { State: not (RunState.Done or RunState.Ignored) })
            return Waiting($"The order's own run {instance} is {State(run)}.");
        if (await KnownAsync(intent, intentId) is { } known)
        {
            await followers.RemoveAsync(instance, asker);
            return known;
        }
        return Waiting(run is null ? $"The payment {intentId} has not been carried across." : $"The order's run ended otherwise: {run.Outcome}");
    }

    /// <summary>By what the flow wrote back to Stripe, else by our own records.</summary>
    private async Task<BookedOrder?> KnownAsync(JsonElement intent, string intentId)
    {
        if (intent.ValueKind == JsonValueKind.Object && intent.TryGetProperty("metadata", out var metadata)
            && metadata.FindText("zoho_invoice_id") is { Length: > 0 } invoice)
        {
            return new BookedOrder(invoice, metadata.FindText("zoho_salesorder_id") ?? "");
        }
        return await references.FindAsync(intentId, "zoho-inventory.invoice") is { } written
            ? new BookedOrder(written.Id, (await references.FindAsync(intentId, "zoho-inventory.salesorder"))?.Id ?? "")
            : null;
    }

    private static string State(Run run) => run.State switch
    {
        RunState.DeadLettered => "a dead letter",
        RunState.Held => "held for a person",
        _ => "under way",
    };

    private static BookedOrder Waiting(string reason) => new("", "", reason);
}

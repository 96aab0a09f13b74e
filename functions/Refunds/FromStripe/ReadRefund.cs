using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Canonical;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>Reads a refund afresh from Stripe and finds out whether it can be booked now.</summary>
public sealed class ReadRefund(
    StripeClient stripe, Mapper mapper, IPayloadStore payloads, RunStore runs, BookedOrders orders, BookedRefunds booked,
    IOptions<RefundOptions> rules, StepRunner steps)
{
    /// <summary>The metadata key that says what comes back.</summary>
    public const string ReturnedKey = "returned";

    /// <summary>The activity.</summary>
    [Function(nameof(ReadRefund))]
    public Task<StepResult<RefundHead>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "read the refund", async (id, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = RefundToZohoOrchestration.Flow, Key = id });
            var refund = await stripe.GetRefundAsync(id, CancellationToken.None);
            var intent = IntentOf(refund);
            notes.Key = intent;
            if (OwnRefunds.IsOurs(refund)) return Head(RefundReadiness.Nothing, "The refund was asked for in Zoho; its own run books it.");
            var status = refund.FindText("status") ?? "succeeded";
            if (status is "failed" or "canceled") return await EndedAsync(id, status, refund);
            if (status is not "succeeded") return Head(RefundReadiness.NotYet, $"The refund is {status.Replace('_', ' ')} at Stripe.");
            if (NeverCaptured(refund))
                return Head(RefundReadiness.Nothing, "The payment was never captured; nothing was booked that could be credited.");
            if (intent is null) return Head(RefundReadiness.Nothing, "The refund belongs to no payment intent; no order came from it.");
            var order = await orders.FindAsync(refund.GetProperty("payment_intent"), intent, step.RunId);
            if (order.Waits is { } reason) return Head(RefundReadiness.NotYet, reason);
            var json = mapper.Map("stripe-refund", refund, notes);
            var canonical = CanonicalJson.Read<Refund>(json);
            notes.Detail = $"{canonical.Amount} {canonical.Currency} minor units of {intent}.";
            return new RefundHead(
                RefundReadiness.Due, null, id, intent, await payloads.PutAsync(json), order.InvoiceId, order.SalesOrderId,
                DocumentNumber.For(id, rules.Value.NumberPrefix), Returned(refund));

            RefundHead Head(RefundReadiness readiness, string reason) => new(readiness, reason, id, intent ?? "", "", "", "", "", null);
        });

    private async Task<RefundHead> EndedAsync(string id, string status, JsonElement refund)
    {
        var why = refund.FindText("failure_reason") is { } named ? $" ({named.Replace('_', ' ')})" : "";
        var readiness = await booked.LeftTracesAsync(id) ? RefundReadiness.Failed : RefundReadiness.Nothing;
        var ended = status == "failed" ? "failed" : "was canceled";
        return new RefundHead(readiness, $"The refund {id} {ended} at Stripe{why}.", id, IntentOf(refund) ?? "", "", "", "", "", null);
    }

    /// <summary>Stripe shows an authorisation that was let go as a refund.</summary>
    private static bool NeverCaptured(JsonElement refund) => refund.FindText("reason") == "expired_uncaptured_charge"
        || (refund.TryGetProperty("payment_intent", out var intent) && intent.ValueKind == JsonValueKind.Object
            && intent.FindText("status") == "canceled");

    private static string? IntentOf(JsonElement refund) =>
        refund.TryGetProperty("payment_intent", out var intent) && intent.ValueKind == JsonValueKind.Object
            ? intent.FindText("id") : refund.FindText("payment_intent");

    private static string? Returned(JsonElement refund) =>
        refund.TryGetProperty("metadata", out var metadata) ? metadata.FindText(ReturnedKey) : null;
}

using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>
/// Pays back at Stripe, once. Stripe forgets idempotency keys after a day, so every try looks among the payment's refunds first; and
/// only one run at a time pays back of one payment, so that together they never give back more than is left.
/// </summary>
public sealed class RefundAtStripe(
    StripeClient stripe, CrossReferenceStore references, Mapper mapper, IPayloadStore payloads, WrittenRecords records, StepRunner steps)
{
    /// <summary>Connection and kind of the record.</summary>
    public const string Target = "stripe.refund";

    private const string TurnTarget = "stripe.payment_intent";
    private const string StripeErrorCode = "api_error";

    /// <summary>The activity; answers with the refund as it stands.</summary>
    [Function(nameof(RefundAtStripe))]
    public Task<StepResult<StripeRefund>> Run([ActivityTrigger] Step<RefundOrder> step) =>
        steps.RunAsync(step, "refund the payment", async (order, notes) =>
        {
            var key = new RefundToStripeInput(order.CreditNoteId, order.RecordId).Key;
            var claim = await references.ClaimAsync(key, Target, step.RunId);
            if (claim.State == ClaimState.Done) return Read(await stripe.GetRefundAsync(claim.Reference!.Id, CancellationToken.None));
            if (claim.State == ClaimState.Taken) throw Refusals.PaymentBusy();
            var turn = await references.ClaimAsync("refunding|" + order.PaymentIntent, TurnTarget, step.RunId);
            if (turn.State == ClaimState.Taken) throw Refusals.PaymentBusy();
            try
            {
                var refund = await PayAsync(order, key, claim, step.RunId, notes);
                await records.AddAsync(step.RunId, "refund payment", key, Target, new Reference(refund.Id), notes);
                notes.Detail = $"Refund {refund.Id} of {order.PaymentIntent} is {refund.Status}.";
                return refund;
            }
            finally
            {
                await references.ReleaseAsync(turn, step.RunId);
            }
        });

    /// <summary>Reads how a refund of ours stands.</summary>
    [Function(nameof(ReadOwnRefund))]
    public Task<StepResult<StripeRefund>> ReadOwnRefund([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "read the refund", async (id, _) => Read(await stripe.GetRefundAsync(id, CancellationToken.None)));

    private async Task<StripeRefund> PayAsync(RefundOrder order, string key, Claim claim, string runId, StepNotes notes)
    {
        var ourKey = OurKey(key, claim);
        var made = (await stripe.ListRefundsOfPaymentAsync(order.PaymentIntent, CancellationToken.None))
            .FirstOrDefault(refund => OwnRefunds.IsOf(refund, OurKey(key)) && !Read(refund).SentBack);
        if (made.ValueKind == JsonValueKind.Object) return Read(made);
        var json = await payloads.GetAsync(order.Refund);
        var asked = CanonicalJson.Read<Refund>(json);
        using var body = JsonDocument.Parse(mapper.Map("refund-to-stripe-refund", json, notes, Context(order, ourKey, runId)));
        var amount = body.RootElement.GetProperty("amount").GetInt64();
        await RequireLeftAsync(order.PaymentIntent, amount, asked.Currency);
        try
        {
            return Read(await stripe.CreateRefundAsync(
                order.PaymentIntent, amount, body.RootElement.FindText("reason"), Metadata(body.RootElement), ourKey, CancellationToken.None));
        }
        catch (FailureException refused) when (Final(refused.Failure))
        {
            // Stripe would repeat this answer under the same key for a day. The next try looks for what this one may have made.
            await references.ReserveAsync(claim, Next(claim));
            throw new FailureException(refused.Failure, refused);
        }
    }

    private async Task RequireLeftAsync(string intentId, long amount, string currency)
    {
        var intent = await stripe.GetPaymentIntentAsync(intentId, CancellationToken.None);
        var charge = intent.GetProperty("latest_charge");
        var left = charge.ValueKind != JsonValueKind.Object ? 0
            : charge.NeedNumber("amount_captured", StripeOptions.Id) - charge.NeedNumber("amount_refunded", StripeOptions.Id);
        if (!string.Equals(intent.FindText("currency"), currency, StringComparison.OrdinalIgnoreCase))
            throw new FailureException(Refusals.OtherCurrency(currency, intent.FindText("currency")?.ToUpperInvariant() ?? "?"));
        if (amount > left) throw new FailureException(Refusals.TooMuch(amount, (long)left, currency));
    }

    /// <summary>True for Stripe's own answer, which it keeps under the key; a lost answer may still be in the making.</summary>
    private static bool Final(Failure failure) =>
        failure.Code == StripeErrorCode || failure.Class is FailureClass.Permanent or FailureClass.Conflict or FailureClass.Validation;

    /// <summary><c>refund:zoho:NOTE-RECORD</c>, and a number once Stripe has refused or failed a try for good.</summary>
    private static string OurKey(string key, Claim claim) =>
        claim.Reference?.Number is { Length: > 0 } round ? $"{OurKey(key)}:{round}" : OurKey(key);

    private static string OurKey(string key) => "refund:zoho:" + key;

    private static string Next(Claim claim) =>
        (int.TryParse(claim.Reference?.Number, out var round) ? round + 1 : 2).ToString(CultureInfo.InvariantCulture);

    private static MappingContext Context(RefundOrder order, string ourKey, string runId)
    {
        var variables = new Dictionary<string, string>
        {
            ["creditNoteId"] = order.CreditNoteId,
            ["creditNoteNumber"] = order.Number,
            ["refundKey"] = ourKey,
            ["run"] = runId,
        };
        if (order.RecordId is { } record) variables["creditNoteRefundId"] = record;
        return new MappingContext { Variables = variables };
    }

    private static Dictionary<string, string> Metadata(JsonElement body) =>
        body.GetProperty("metadata").EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);

    private static StripeRefund Read(JsonElement refund) => new(
        refund.NeedText("id", StripeOptions.Id), refund.FindText("status") ?? "succeeded",
        refund.FindText("failure_reason") is { Length: > 0 } why ? $" ({why.Replace('_', ' ')})" : null);
}

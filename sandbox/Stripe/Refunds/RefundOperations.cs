using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Refunds;

/// <summary>/v1/refunds.</summary>
internal sealed class RefundOperations(StripeAccount account, RefundDesk desk, RefundCourse course)
{
    private static readonly Shape CreateShape = new()
    {
        { "amount", Take.Amount }, { "charge", Take.Id }, { "payment_intent", Take.Id }, { "metadata", Take.Metadata },
        { "reason", Take.OneOf("duplicate", "fraudulent", "requested_by_customer") },
        { "instructions_email", Take.Email }, { "currency", Take.Currency }, { "customer", Take.Id }, { "origin", Take.OneOf("customer_balance") },
        { Take.Boolean, "refund_application_fee", "reverse_transfer" }
    };

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape { { "charge", Take.Id }, { "payment_intent", Take.Id } });

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/refunds", ListShape, call => account.Records.Refunds.Page(
            call, "/v1/refunds", null, ("charge", "charge"), ("payment_intent", "payment_intent"))),
        StripeOperation.Post("/v1/refunds", CreateShape, call => Create(call, new RefundDraft(
            call.Number("amount"), call.Text("reason"), call.Parameters["metadata"], InstructionsEmail: call.Text("instructions_email")))),
        StripeOperation.Get("/v1/refunds/{id}", Shapes.Read, call => account.Records.Refunds.Need(call)),
        StripeOperation.Post("/v1/refunds/{id}", new Shape { { "metadata", Take.Metadata } }, Update),
        StripeOperation.Post("/v1/refunds/{id}/cancel", [], Cancel),
        StripeOperation.Post("/v1/test_helpers/refunds/{id}/expire", [], Expire)
    ];

    /// <summary>Refunds the charge that the call's charge or payment_intent leads to.</summary>
    public JsonObject Create(StripeCall call, RefundDraft draft)
    {
        var refund = desk.Create(ChargeOf(call), draft, call);
        course.Plan(refund);
        return refund;
    }

    private JsonObject ChargeOf(StripeCall call)
    {
        if (call.Text("charge") is { } charge) return account.Records.Charges.Need(call, charge, "charge");
        if (call.Text("payment_intent") is not { } id)
            throw Refuse.Bad("One of the following params should be provided for this request: payment_intent or charge.", "parameter_missing");
        var intent = account.Records.Intents.Need(call, id, "payment_intent");
        return intent["latest_charge"]?.GetValue<string>() is { } latest
            ? account.Records.Charges.Need(call, latest, "payment_intent")
            : throw Refuse.Bad($"This PaymentIntent ({id}) does not have a successful charge to refund.", "charge_not_refundable", executed: true);
    }

    private Answer Update(StripeCall call)
    {
        var refund = account.Records.Refunds.Need(call);
        var previous = new JsonObject();
        Patch.Metadata(refund, call.Parameters, previous);
        if (previous.Count > 0) desk.Tell(refund, call, previous);
        return refund;
    }

    private Answer Cancel(StripeCall call)
    {
        var refund = NeedsAction(call, "canceled");
        desk.Cancel(refund, call);
        return refund;
    }

    /// <summary>For test mode: as if the customer had never answered.</summary>
    private Answer Expire(StripeCall call)
    {
        var refund = NeedsAction(call, "expired");
        desk.Fail(refund, "unknown");
        return refund;
    }

    private JsonObject NeedsAction(StripeCall call, string verb) =>
        account.Records.Refunds.Need(call) is var refund && refund["status"]!.GetValue<string>() == "requires_action"
            ? refund
            : throw Refuse.Bad($"Refund {call.Id} cannot be {verb}: only refunds that require action can be.", executed: true);
}

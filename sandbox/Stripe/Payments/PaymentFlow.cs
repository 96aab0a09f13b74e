using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Disputes;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>A payment intent's way from creation to money, with the events of each step.</summary>
internal sealed class PaymentFlow(StripeAccount account, Charges charges, MoneyParts money)
{
    private const long HeldFor = 7 * 24 * 3600;

    /// <summary>After a restart: what is held on cards still expires.</summary>
    public void Resume()
    {
        foreach (var intent in account.Records.Intents.Oldest.Where(IsHeld)) ExpireLater(intent);
    }

    /// <summary>Tries to pay: a card succeeds, is authorised only (manual capture), or is declined with 402.</summary>
    public void Confirm(JsonObject intent, JsonObject method, StripeCall call)
    {
        intent["payment_method"] = method["id"]!.DeepClone();
        if (TestCards.Of(method)?.Decline is { } decline) Decline(intent, method, decline, call);
        else if (method["type"]!.GetValue<string>() != "card") Process(intent, method, call);
        else if (intent["capture_method"]!.GetValue<string>() == "manual") Authorise(intent, method, call);
        else
        {
            var charge = Attempt(intent, method, "succeeded", captured: true);
            Succeed(intent, charge, intent["amount"]!.Long(), call);
        }
    }

    public void Capture(JsonObject intent, long amount, StripeCall call)
    {
        var charge = ChargeOf(intent);
        charge["captured"] = true;
        charge["amount_captured"] = amount;
        intent["amount_capturable"] = 0;
        intent["amount_received"] = amount;
        intent["status"] = "succeeded";
        money.Late.Settle(charge);
        account.Events.Emit("charge.captured", charge, call);
        account.Events.Emit("payment_intent.succeeded", intent, call);
    }

    /// <summary>Cancels; what was held on a card goes back to it as a refund that moves no money of the account.</summary>
    public void Cancel(JsonObject intent, string? reason, StripeCall call)
    {
        if (IsHeld(intent)) money.Refunds.Release(ChargeOf(intent), reason == "automatic" ? "expired_uncaptured_charge" : null, call);
        intent["status"] = "canceled";
        intent["canceled_at"] = account.Now;
        intent["cancellation_reason"] = reason;
        intent["amount_capturable"] = 0;
        account.Events.Emit("payment_intent.canceled", intent, call);
    }

    /// <summary>The outcome of a delayed method.</summary>
    public void Finish(JsonObject intent, bool succeeded, StripeCall call)
    {
        var charge = ChargeOf(intent);
        if (succeeded)
        {
            charge["status"] = "succeeded";
            charge["paid"] = true;
            charge["captured"] = true;
            charge["amount_captured"] = charge["amount"]!.Long();
            Succeed(intent, charge, charge["amount"]!.Long(), call);
            return;
        }
        charge["status"] = "failed";
        charge["failure_code"] = "insufficient_funds";
        charge["failure_message"] = "The customer's account has insufficient funds to cover this payment.";
        Fail(intent, charge, LastError(charge, "insufficient_funds"), call);
    }

    private void Succeed(JsonObject intent, JsonObject charge, long amount, StripeCall call)
    {
        intent["amount_received"] = amount;
        intent["status"] = "succeeded";
        money.Late.Settle(charge);
        account.Events.Emit("charge.succeeded", charge, call);
        account.Events.Emit("payment_intent.succeeded", intent, call);
        if (TestCards.Of(charge) is { Dispute: { } reason } card) money.Disputes.Open(charge, new DisputeDraft(reason, card.Inquiry));
    }

    private void Authorise(JsonObject intent, JsonObject method, StripeCall call)
    {
        var charge = Attempt(intent, method, "succeeded", captured: false);
        intent["amount_capturable"] = intent["amount"]!.Long();
        intent["status"] = "requires_capture";
        account.Events.Emit("charge.succeeded", charge, call);
        account.Events.Emit("payment_intent.amount_capturable_updated", intent, call);
        ExpireLater(intent);
    }

    private void ExpireLater(JsonObject intent) => account.Agenda.At(account.Now + HeldFor, _ =>
    {
        if (IsHeld(intent)) Cancel(intent, "automatic", StripeCall.OfControl(intent["livemode"]!.GetValue<bool>()));
    });

    private static bool IsHeld(JsonObject intent) => intent["status"]!.GetValue<string>() == "requires_capture";

    private JsonObject ChargeOf(JsonObject intent) => account.Records.Charges.Find(intent["latest_charge"]!.GetValue<string>())!;

    private void Process(JsonObject intent, JsonObject method, StripeCall call)
    {
        var charge = Attempt(intent, method, "pending", captured: true);
        intent["status"] = "processing";
        account.Events.Emit("charge.pending", charge, call);
        account.Events.Emit("payment_intent.processing", intent, call);
    }

    private void Decline(JsonObject intent, JsonObject method, string decline, StripeCall call)
    {
        var charge = Attempt(intent, method, "failed", captured: false, decline);
        Fail(intent, charge, LastError(charge, decline), call);
        throw new StripeException(402, "card_error", "Your card was declined.")
        {
            Code = "card_declined", DeclineCode = decline, Charge = charge["id"]!.GetValue<string>(), PaymentIntent = intent, Executed = true
        };
    }

    private void Fail(JsonObject intent, JsonObject charge, JsonObject error, StripeCall call)
    {
        intent["status"] = "requires_payment_method";
        intent["payment_method"] = null;
        intent["last_payment_error"] = error;
        account.Events.Emit("charge.failed", charge, call);
        account.Events.Emit("payment_intent.payment_failed", intent, call);
    }

    private JsonObject Attempt(JsonObject intent, JsonObject method, string status, bool captured, string? decline = null)
    {
        var charge = charges.Add(intent, method, status, captured, decline);
        intent["latest_charge"] = charge["id"]!.DeepClone();
        return charge;
    }

    private static JsonObject LastError(JsonObject charge, string decline) => new()
    {
        ["charge"] = charge["id"]!.DeepClone(), ["code"] = "card_declined", ["decline_code"] = decline,
        ["doc_url"] = "https://stripe.com/docs/error-codes/card-declined", ["message"] = charge["failure_message"]!.DeepClone(),
        ["type"] = "card_error"
    };
}

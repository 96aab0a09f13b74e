using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Disputes;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Refunds;

/// <summary>Gives money back, each part as its own refund, and puts back what did not arrive.</summary>
internal sealed class RefundDesk(StripeAccount account, Journal journal, RefundFunding funding, DisputeDesk disputes)
{
    public JsonObject Create(JsonObject charge, RefundDraft draft, StripeCall call)
    {
        var amount = RefundLimits.Checked(charge, draft.Amount, account.Records, call.Text("payment_intent") is not null);
        var covered = funding.Checked(charge, amount);
        var status = draft.Status ?? account.Settings.RefundStatus ?? RefundCourse.BeginsAs(charge);
        var refund = account.Records.Refunds.Add(RefundRecord.New(account, charge, amount, draft, covered ? status : "pending"));
        if (covered) Debit(refund, charge);
        else refund["pending_reason"] = "insufficient_funds";
        account.Events.Emit("refund.created", refund, call);
        account.Events.Emit("charge.refunded", charge, call, Add(charge, amount));
        if (charge["refunded"]!.GetValue<bool>()) disputes.Satisfy(charge);
        return refund;
    }

    /// <summary>Gives up what is held on a card and was never captured.</summary>
    public void Release(JsonObject charge, string? reason, StripeCall call)
    {
        var amount = charge["amount"]!.Long();
        var refund = account.Records.Refunds.Add(RefundRecord.New(account, charge, amount, new RefundDraft(amount, reason, null), "succeeded"));
        account.Events.Emit("refund.created", refund, call);
        account.Events.Emit("charge.refunded", charge, call,
            Patch.Apply(charge, new JsonObject { ["amount_refunded"] = amount, ["refunded"] = true }, "amount_refunded", "refunded"));
    }

    /// <summary>Takes the money of a refund that waited for it.</summary>
    public bool Fund(JsonObject refund)
    {
        var charge = ChargeOf(refund);
        if (!funding.Covers(charge, refund["amount"]!.Long())) return false;
        Debit(refund, charge);
        var previous = new JsonObject { ["balance_transaction"] = null, ["pending_reason"] = "insufficient_funds" };
        refund["pending_reason"] = "processing";
        Tell(refund, CallOf(charge), previous);
        return true;
    }

    public void Succeed(JsonObject refund)
    {
        var previous = Turn(refund, "succeeded");
        Tell(refund, CallOf(ChargeOf(refund)), previous);
    }

    /// <summary>The bank's word that the money did not arrive, also long after the refund succeeded.</summary>
    public void Fail(JsonObject refund, string reason)
    {
        var charge = ChargeOf(refund);
        var previous = Turn(refund, "failed");
        refund["failure_reason"] = reason;
        PutBack(refund, charge);
        Tell(refund, CallOf(charge), previous);
        account.Events.Emit("refund.failed", refund, CallOf(charge), (JsonObject)previous.DeepClone());
    }

    public void Cancel(JsonObject refund, StripeCall call)
    {
        var previous = Turn(refund, "canceled");
        PutBack(refund, ChargeOf(refund));
        Tell(refund, call, previous);
    }

    public JsonObject ChargeOf(JsonObject refund) => account.Records.Charges.Find(refund["charge"]!.GetValue<string>())!;

    public static StripeCall CallOf(JsonObject charge) => StripeCall.OfControl(charge["livemode"]!.GetValue<bool>());

    /// <summary>An update; of a bank debit's refund it is told under the charge's name as well.</summary>
    public void Tell(JsonObject refund, StripeCall call, JsonObject previous)
    {
        account.Events.Emit("refund.updated", refund, call, previous);
        if (ByBank(refund)) account.Events.Emit("charge.refund.updated", refund, call, (JsonObject)previous.DeepClone());
    }

    private void Debit(JsonObject refund, JsonObject charge)
    {
        var payment = charge["balance_transaction"] is { } id ? account.Records.Balance.Find(id.GetValue<string>()) : null;
        refund["balance_transaction"] = Book(
            refund, charge, ByBank(refund) ? "payment_refund" : "refund", -refund["amount"]!.Long(), "REFUND FOR CHARGE",
            Math.Max(account.Now, payment?["available_on"]!.Long() ?? journal.SettlesOn));
    }

    private void PutBack(JsonObject refund, JsonObject charge)
    {
        if (refund["balance_transaction"] is { } debit)
            refund["failure_balance_transaction"] = Book(refund, charge, "refund_failure", refund["amount"]!.Long(), "REFUND FAILURE",
                Math.Max(account.Now, account.Records.Balance.Find(debit.GetValue<string>())!["available_on"]!.Long()));
        Add(charge, -refund["amount"]!.Long());
    }

    private string Book(JsonObject refund, JsonObject charge, string type, long amount, string description, long availableOn) =>
        journal.Book(new Booking(type, refund["id"]!.GetValue<string>(), amount, refund["currency"]!.GetValue<string>(),
            charge["livemode"]!.GetValue<bool>())
        {
            Description = description, AvailableOn = availableOn
        })["id"]!.GetValue<string>();

    /// <summary>Changes what the charge has given back; returns what it said before.</summary>
    private static JsonObject Add(JsonObject charge, long amount)
    {
        var sum = charge["amount_refunded"]!.Long() + amount;
        return Patch.Apply(charge,
            new JsonObject { ["amount_refunded"] = sum, ["refunded"] = sum == charge["amount_captured"]!.Long() }, "amount_refunded", "refunded");
    }

    private static JsonObject Turn(JsonObject refund, string status)
    {
        var previous = new JsonObject { ["status"] = refund["status"]!.DeepClone() };
        refund["status"] = status;
        foreach (var gone in (ReadOnlySpan<string>)["pending_reason", "next_action"])
            if (refund[gone] is { } value)
            {
                refund.Remove(gone);
                previous[gone] = value;
            }
        return previous;
    }

    private static bool ByBank(JsonObject refund) => refund["id"]!.GetValue<string>().StartsWith("pyr_", StringComparison.Ordinal);
}

using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payouts;

/// <summary>
/// A payout's way to the bank: pending, in transit, paid, each in its time; or failed, even after it was shown as paid. Apart from
/// that the transactions of an automatic one can be listed after a while.
/// </summary>
internal sealed class PayoutCourse(StripeAccount account, Journal journal)
{
    /// <summary>Plans what comes after a payout's making.</summary>
    public void Plan(JsonObject payout)
    {
        var created = payout["created"]!.Long();
        if (IsOpen(payout))
        {
            account.Agenda.At(created + account.Settings.PayoutTransitSeconds, _ => Send(payout));
            account.Agenda.At(payout["arrival_date"]!.Long(), _ => Arrive(payout));
        }
        if (IsInProgress(payout)) account.Agenda.At(created + account.Settings.ReconciliationDelaySeconds, _ => Reconcile(payout));
    }

    public void Resume()
    {
        foreach (var payout in account.Records.Payouts.Oldest) Plan(payout);
    }

    public void Send(JsonObject payout)
    {
        if (Status(payout) != "pending") return;
        payout["trace_id"] = new JsonObject { ["status"] = "supported", ["value"] = account.NewId("", 15).ToUpperInvariant() };
        Turn(payout, "in_transit");
    }

    public void Arrive(JsonObject payout)
    {
        if (!IsOpen(payout)) return;
        Send(payout);
        account.Events.Emit("payout.paid", payout, CallOf(payout), Turn(payout, "paid"));
    }

    /// <summary>The bank sends the money back.</summary>
    public void Fail(JsonObject payout, string code)
    {
        payout["failure_code"] = code;
        payout["failure_message"] = "The bank could not process this payout.";
        PutBack(payout, "payout_failure", "STRIPE PAYOUT FAILURE");
        var previous = Turn(payout, "failed");
        account.Events.Emit("payout.failed", payout, CallOf(payout), previous);
    }

    public void Cancel(JsonObject payout, StripeCall call)
    {
        PutBack(payout, "payout_cancel", "STRIPE PAYOUT CANCEL");
        account.Events.Emit("payout.canceled", payout, call, Turn(payout, "canceled", call));
    }

    public void Reconcile(JsonObject payout)
    {
        if (!IsInProgress(payout)) return;
        payout["reconciliation_status"] = "completed";
        account.Events.Emit("payout.reconciliation_completed", payout, CallOf(payout));
    }

    public static bool IsOpen(JsonObject payout) => Status(payout) is "pending" or "in_transit";

    public static bool IsInProgress(JsonObject payout) => payout["reconciliation_status"]!.GetValue<string>() == "in_progress";

    public static string Status(JsonObject payout) => payout["status"]!.GetValue<string>();

    /// <summary>A movement in the payout's own currency.</summary>
    public static Booking Booking(JsonObject payout, string type, long amount, string description) => new(
        type, payout["id"]!.GetValue<string>(), amount, payout["currency"]!.GetValue<string>(), payout["livemode"]!.GetValue<bool>())
    {
        Description = description, Settled = true
    };

    private void PutBack(JsonObject payout, string type, string description) => payout["failure_balance_transaction"] =
        journal.Book(Booking(payout, type, payout["amount"]!.Long(), description))["id"]!.DeepClone();

    private JsonObject Turn(JsonObject payout, string status, StripeCall? call = null)
    {
        var previous = new JsonObject { ["status"] = payout["status"]!.DeepClone() };
        payout["status"] = status;
        account.Events.Emit("payout.updated", payout, call ?? CallOf(payout), previous);
        return (JsonObject)previous.DeepClone();
    }

    private static StripeCall CallOf(JsonObject payout) => StripeCall.OfControl(payout["livemode"]!.GetValue<bool>());
}

using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Payments;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Refunds;

/// <summary>
/// What becomes of a refund with time: pending ones succeed, those of the card 5126 fail after all, those that wait for money
/// get it, those that nobody answers expire, and those of other cards get the bank's reference.
/// </summary>
internal sealed class RefundCourse
{
    private readonly StripeAccount account;
    private readonly RefundDesk desk;
    private readonly HashSet<string> waiting = [];

    public RefundCourse(StripeAccount account, RefundDesk desk, Funds funds)
    {
        (this.account, this.desk) = (account, desk);
        funds.Released += at => { if (waiting.Count > 0) account.Agenda.At(at, _ => FundWaiting()); };
    }

    public static string BeginsAs(JsonObject charge) =>
        charge["id"]!.GetValue<string>().StartsWith("py_", StringComparison.Ordinal) || TestCards.Of(charge)?.Refund == "pending"
            ? "pending" : "succeeded";

    /// <summary>Plans what comes after a refund's making.</summary>
    public void Plan(JsonObject refund)
    {
        var later = refund["created"]!.Long() + account.Settings.RefundDelaySeconds;
        if (IsWaiting(refund)) waiting.Add(refund["id"]!.GetValue<string>());
        else if (Status(refund) == "pending") account.Agenda.At(later, _ => { if (Status(refund) == "pending") desk.Succeed(refund); });
        else if (Status(refund) == "requires_action") account.Agenda.At(ExpiresAt(refund), _ => Expire(refund));
        else if (Status(refund) == "succeeded") account.Agenda.At(later, _ => Land(refund));
    }

    public void Resume()
    {
        foreach (var refund in account.Records.Refunds.Oldest.Where(refund => Status(refund) is not ("failed" or "canceled"))) Plan(refund);
    }

    public void Clear() => waiting.Clear();

    private void FundWaiting()
    {
        foreach (var id in waiting.ToList())
        {
            var refund = account.Records.Refunds.Find(id)!;
            if (IsWaiting(refund) && !desk.Fund(refund)) continue;
            waiting.Remove(id);
            Plan(refund);
        }
    }

    /// <summary>The card's bank answers: it took the refund under a reference of its own, or did not.</summary>
    private void Land(JsonObject refund)
    {
        if (Status(refund) != "succeeded") return;
        if (TestCards.Of(desk.ChargeOf(refund))?.Refund == "failed") desk.Fail(refund, "expired_or_canceled_card");
        else if (refund["destination_details"]?["card"] is { } card && card["reference_status"]!.GetValue<string>() == "pending")
        {
            card["reference_status"] = "available";
            card["reference"] = account.NewId("", 23).ToUpperInvariant();
            desk.Tell(refund, RefundDesk.CallOf(desk.ChargeOf(refund)), new JsonObject
            {
                ["destination_details"] = new JsonObject { ["card"] = new JsonObject { ["reference"] = null, ["reference_status"] = "pending" } }
            });
        }
    }

    private void Expire(JsonObject refund)
    {
        if (Status(refund) == "requires_action") desk.Fail(refund, "unknown");
    }

    private static bool IsWaiting(JsonObject refund) =>
        Status(refund) == "pending" && refund["pending_reason"]?.GetValue<string>() == "insufficient_funds";

    private static long ExpiresAt(JsonObject refund) => refund["next_action"]!["display_details"]!["expires_at"]!.Long();

    private static string Status(JsonObject refund) => refund["status"]!.GetValue<string>();
}

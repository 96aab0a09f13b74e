using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Refunds;

/// <summary>Whether there is money for a refund. Money still pending counts for refunds of payments that are.</summary>
internal sealed class RefundFunding(StripeAccount account, Funds funds)
{
    public bool Covers(JsonObject charge, long amount)
    {
        if (account.Settings.RefundFunding == "borrow") return true;
        var livemode = charge["livemode"]!.GetValue<bool>();
        var (needed, currency, _) = Exchange.Settle(
            new Booking("refund", null, amount, charge["currency"]!.GetValue<string>(), livemode), account.Settings);
        var purse = funds[livemode, currency];
        return purse.Available + (IsPending(charge) ? purse.Pending : 0) >= needed;
    }

    /// <summary>As <see cref="Covers"/> for a new refund, which is refused where it may not wait.</summary>
    public bool Checked(JsonObject charge, long amount)
    {
        if (Covers(charge, amount)) return true;
        if (account.Settings.RefundFunding == "wait") return false;
        throw Refuse.Bad("Insufficient funds in your Stripe balance to refund this amount.", "balance_insufficient", executed: true);
    }

    private bool IsPending(JsonObject charge) => charge["balance_transaction"] is not { } id
        || account.Records.Balance.Find(id.GetValue<string>())!["status"]!.GetValue<string>() == "pending";
}

using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payouts;

/// <summary>Makes payouts: an automatic one holds every transaction that is available, a manual one an amount.</summary>
internal sealed class PayoutDesk(StripeAccount account, Journal journal, Funds funds, PayoutCourse course)
{
    /// <summary>
    /// Pays out what became available by the given second; null when there is nothing above zero. The payout's own transaction
    /// is one of its transactions, so that together they are nought.
    /// </summary>
    public JsonObject? PayOut(Purse purse, long availableBy, long created)
    {
        bool Fits(JsonObject transaction) => transaction["available_on"]!.Long() <= availableBy;
        var amount = purse.Sum(Fits);
        if (amount <= 0) return null;
        var payout = account.Records.Payouts.Add(PayoutRecord.New(
            account, new PayoutDraft(amount, purse.Currency, purse.Livemode, created) { Automatic = true }));
        var id = payout["id"]!.GetValue<string>();
        foreach (var transaction in purse.Empty(Fits).OrderBy(InOrder)) journal.Link(transaction, id);
        Begin(payout, id, StripeCall.OfControl(purse.Livemode));
        return payout;
    }

    public JsonObject PayOutPart(PayoutDraft draft, StripeCall call)
    {
        if (draft.Amount > funds[draft.Livemode, draft.Currency].Available)
            throw Refuse.Bad("You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. "
                + "You can use the /v1/balance endpoint to view your Stripe balance.", "balance_insufficient", "amount", executed: true);
        return Begin(account.Records.Payouts.Add(PayoutRecord.New(account, draft)), null, call);
    }

    /// <summary>Takes an arrived manual payout back from the bank account.</summary>
    public JsonObject Reverse(JsonObject payout, JsonNode? metadata, StripeCall call)
    {
        var id = payout["id"]!.GetValue<string>();
        var reversal = account.Records.Payouts.Add(PayoutRecord.New(account, new PayoutDraft(
            -payout["amount"]!.Long(), payout["currency"]!.GetValue<string>(), payout["livemode"]!.GetValue<bool>(), account.Now)
        {
            Description = $"Reversal of {id}", Original = id, Metadata = metadata
        }));
        payout["reversed_by"] = reversal["id"]!.DeepClone();
        return Begin(reversal, null, call);
    }

    private long? InOrder(JsonObject transaction) => account.Records.Balance.SequenceOf(transaction["id"]!.GetValue<string>());

    private JsonObject Begin(JsonObject payout, string? holds, StripeCall call)
    {
        payout["balance_transaction"] = journal.Book(PayoutCourse.Booking(payout, "payout", -payout["amount"]!.Long(), "STRIPE PAYOUT") with
        {
            Payout = holds
        })["id"]!.DeepClone();
        account.Events.Emit("payout.created", payout, call);
        course.Plan(payout);
        return payout;
    }
}

using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>Books movements of money as balance transactions.</summary>
internal sealed class Journal(StripeAccount account, Funds funds)
{
    private const long Day = 24 * 3600;

    /// <summary>When a payment of now becomes available: whole days count from midnight, UTC.</summary>
    public long SettlesOn
    {
        get
        {
            var (now, after) = (account.Now, account.Settings.SettlesAfterSeconds);
            return (after >= Day ? now - now % Day : now) + after;
        }
    }

    public JsonObject Book(Booking booking)
    {
        var (amount, currency, rate) = Exchange.Settle(booking, account.Settings);
        var fee = Fees.Of(booking.Fee, amount, currency);
        var available = booking.AvailableOn ?? account.Now;
        var transaction = account.Records.Balance.Add(new JsonObject
        {
            ["id"] = account.NewId(booking.Livemode ? "txn_1" : "txn_3"), ["object"] = "balance_transaction", ["amount"] = amount,
            ["available_on"] = available, ["balance_type"] = "payments", ["created"] = account.Now, ["currency"] = currency,
            ["description"] = booking.Description, ["exchange_rate"] = rate, ["fee"] = fee,
            ["fee_details"] = Fees.Details(booking.Fee, fee, currency), ["net"] = amount - fee,
            ["reporting_category"] = booking.Category ?? Categories.Of(booking.Type), ["source"] = booking.Source,
            ["status"] = available <= account.Now ? "available" : "pending", ["type"] = booking.Type
        });
        if (booking.Payout is { } payout) Link(transaction, payout);
        funds.Enter(transaction);
        return transaction;
    }

    /// <summary>Makes the transaction one of a payout.</summary>
    public void Link(JsonObject transaction, string payout) =>
        account.Records.PaidOut.Add(new JsonObject { ["id"] = transaction["id"]!.DeepClone(), ["payout"] = payout });
}

using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Refunds;

/// <summary>What may be refunded: never more than was captured and not given back yet, and nothing that the bank is about to take.</summary>
internal static class RefundLimits
{
    public static long Checked(JsonObject charge, long? asked, StripeRecords records, bool byIntent)
    {
        var id = charge["id"]!.GetValue<string>();
        if (charge["status"]!.GetValue<string>() != "succeeded" || !charge["captured"]!.GetValue<bool>())
            throw Refuse.Bad($"Charge {id} has not been captured and cannot be refunded.", "charge_not_refundable", executed: true);
        if (IsTaken(id, records)) throw Disputed(id, byIntent);
        var left = charge["amount_captured"]!.Long() - charge["amount_refunded"]!.Long();
        if (left == 0) throw Refuse.Bad($"Charge {id} has already been refunded.", "charge_already_refunded", executed: true);
        var amount = asked ?? left;
        if (amount <= left) return amount;
        var currency = charge["currency"]!.GetValue<string>();
        throw Refuse.Bad($"Refund amount ({Show(amount, currency)}) is greater than unrefunded amount on charge ({Show(left, currency)})",
            param: "amount", executed: true);
    }

    /// <summary>An inquiry can be settled by a refund; what was won is the merchant's again.</summary>
    private static bool IsTaken(string charge, StripeRecords records) =>
        records.Disputes.Newest("charge", charge).Records.Any(dispute =>
            !dispute.Body["is_charge_refundable"]!.GetValue<bool>() && dispute.Body["status"]!.GetValue<string>() != "won");

    private static StripeException Disputed(string charge, bool byIntent) => byIntent
        ? Refuse.Bad("This payment is disputed and cannot be refunded.", "refund_disputed_payment", executed: true)
        : Refuse.Bad($"Charge {charge} has been charged back; cannot issue a refund.", "charge_disputed", executed: true);

    private static string Show(long amount, string currency) =>
        $"{(amount / Currencies.Scale(currency)).ToString($"F{Currencies.Decimals(currency)}", CultureInfo.InvariantCulture)} "
        + currency.ToUpperInvariant();
}

using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Payments;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Refunds;

/// <summary>Gives money back: never more than was captured, each part as its own refund.</summary>
internal sealed class RefundDesk(StripeAccount account, BalanceTransactions balance)
{
    public JsonObject Create(JsonObject charge, long? asked, string? reason, JsonNode? metadata, StripeCall call)
    {
        var amount = Checked(charge, asked);
        var delayed = charge["id"]!.GetValue<string>().StartsWith("py_", StringComparison.Ordinal);
        var refund = account.Records.Refunds.Add(New(charge, amount, reason, metadata, delayed));
        var transaction = balance.Add(delayed ? "payment_refund" : "refund", refund["id"]!.GetValue<string>(), -amount,
            charge["currency"]!.GetValue<string>(), withFee: false, "REFUND FOR CHARGE");
        refund["balance_transaction"] = transaction["id"]!.DeepClone();
        charge["amount_refunded"] = charge["amount_refunded"]!.Long() + amount;
        charge["refunded"] = charge["amount_refunded"]!.Long() == charge["amount_captured"]!.Long();
        account.Events.Emit("refund.created", refund, call);
        account.Events.Emit("charge.refunded", charge, call, new JsonObject
        {
            ["amount_refunded"] = charge["amount_refunded"]!.Long() - amount
        });
        return refund;
    }

    /// <summary>The bank's word on a refund, also long after it succeeded: a failed one puts the money back.</summary>
    public void Settle(JsonObject refund, bool succeeded, StripeCall call)
    {
        var previous = new JsonObject { ["status"] = refund["status"]!.DeepClone() };
        refund["status"] = succeeded ? "succeeded" : "failed";
        if (succeeded)
        {
            refund["pending_reason"] = null;
            account.Events.Emit("refund.updated", refund, call, previous);
            return;
        }
        var charge = account.Records.Charges.Find(refund["charge"]!.GetValue<string>())!;
        var amount = refund["amount"]!.Long();
        var back = balance.Add("refund_failure", refund["id"]!.GetValue<string>(), amount, refund["currency"]!.GetValue<string>(),
            withFee: false, "REFUND FAILURE");
        refund["failure_balance_transaction"] = back["id"]!.DeepClone();
        refund["failure_reason"] = "declined";
        charge["amount_refunded"] = charge["amount_refunded"]!.Long() - amount;
        charge["refunded"] = false;
        account.Events.Emit("refund.failed", refund, call, previous);
    }

    private static long Checked(JsonObject charge, long? asked)
    {
        var id = charge["id"]!.GetValue<string>();
        if (charge["status"]!.GetValue<string>() != "succeeded" || !charge["captured"]!.GetValue<bool>())
            throw Refuse.Bad($"Charge {id} has not been captured and cannot be refunded.", "charge_not_refundable", executed: true);
        if (charge["disputed"]!.GetValue<bool>())
            throw Refuse.Bad($"Charge {id} has been charged back; cannot issue a refund.", "charge_disputed", executed: true);
        var left = charge["amount_captured"]!.Long() - charge["amount_refunded"]!.Long();
        if (left == 0) throw Refuse.Bad($"Charge {id} has already been refunded.", "charge_already_refunded", executed: true);
        var amount = asked ?? left;
        if (amount <= left) return amount;
        var (big, small) = (Show(amount, charge), Show(left, charge));
        throw Refuse.Bad($"Refund amount ({big}) is greater than unrefunded amount on charge ({small})", param: "amount", executed: true);
    }

    private static string Show(long amount, JsonObject charge)
    {
        var currency = charge["currency"]!.GetValue<string>();
        var decimals = Parameters.Currencies.Decimals(currency);
        var scale = decimals switch { 0 => 1m, 3 => 1000m, _ => 100m };
        return $"{(amount / scale).ToString($"F{decimals}", System.Globalization.CultureInfo.InvariantCulture)} {currency.ToUpperInvariant()}";
    }

    private JsonObject New(JsonObject charge, long amount, string? reason, JsonNode? metadata, bool delayed) => new()
    {
        ["id"] = account.NewId(delayed ? "pyr_1" : "re_3"), ["object"] = "refund", ["amount"] = amount, ["balance_transaction"] = null,
        ["charge"] = charge["id"]!.DeepClone(), ["created"] = account.Now, ["currency"] = charge["currency"]!.DeepClone(),
        ["customer"] = charge["customer"]?.DeepClone(), ["destination_details"] = Destination(delayed), ["metadata"] = Patch.NewMetadata(metadata),
        ["payment_intent"] = charge["payment_intent"]?.DeepClone(), ["payment_method"] = charge["payment_method"]?.DeepClone(),
        ["pending_reason"] = delayed ? "processing" : null, ["reason"] = reason, ["receipt_number"] = null,
        ["source_transfer_reversal"] = null, ["status"] = delayed ? "pending" : "succeeded", ["transfer_reversal"] = null
    };

    private static JsonObject Destination(bool delayed) => delayed
        ? new JsonObject { ["sepa_credit_transfer"] = new JsonObject(), ["type"] = "sepa_credit_transfer" }
        : new JsonObject
        {
            ["card"] = new JsonObject { ["reference_status"] = "pending", ["reference_type"] = "acquirer_reference_number", ["type"] = "refund" },
            ["type"] = "card"
        };
}

namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>Types of balance transactions, each with the reporting_category it falls under.</summary>
internal static class Categories
{
    private static readonly Dictionary<string, string> ByType = new()
    {
        ["charge"] = "charge", ["payment"] = "charge", ["refund"] = "refund", ["payment_refund"] = "refund",
        ["refund_failure"] = "refund_failure", ["payment_failure_refund"] = "charge_failure", ["payment_reversal"] = "charge_failure",
        ["adjustment"] = "other_adjustment", ["stripe_fee"] = "fee", ["stripe_fx_fee"] = "fee", ["tax_fee"] = "tax",
        ["application_fee"] = "platform_earning", ["application_fee_refund"] = "platform_earning_refund",
        ["payout"] = "payout", ["payout_cancel"] = "payout_reversal", ["payout_failure"] = "payout_reversal",
        ["reserve_transaction"] = "risk_reserved_funds", ["reserve_hold"] = "risk_reserved_funds",
        ["reserve_release"] = "risk_reserved_funds", ["reserved_funds"] = "risk_reserved_funds",
        ["payout_minimum_balance_hold"] = "payout_minimum_balance_hold",
        ["payout_minimum_balance_release"] = "payout_minimum_balance_release",
        ["topup"] = "topup", ["topup_reversal"] = "topup_reversal", ["transfer"] = "transfer", ["contribution"] = "contribution"
    };

    public static IEnumerable<string> Types => ByType.Keys;

    public static string Of(string type) => ByType.GetValueOrDefault(type, "other_adjustment");
}

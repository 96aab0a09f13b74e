namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>
/// Which fields of which object can be expanded (x-expandableFields of Stripe's OpenAPI document, where the field holds an id).
/// </summary>
internal static class ExpandTable
{
    private static readonly Dictionary<string, string[]> Fields = new()
    {
        ["charge"] = ["application", "application_fee", "balance_transaction", "customer", "failure_balance_transaction", "invoice",
            "on_behalf_of", "payment_intent", "refunds", "review", "source_transfer", "transfer"],
        ["payment_intent"] = ["application", "customer", "invoice", "latest_charge", "on_behalf_of", "payment_method", "review"],
        ["checkout.session"] = ["customer", "invoice", "line_items", "payment_intent", "payment_link", "setup_intent", "subscription"],
        ["refund"] = ["balance_transaction", "charge", "customer", "failure_balance_transaction", "payment_intent", "payment_method",
            "source_transfer_reversal", "transfer_reversal"],
        ["balance_transaction"] = ["source"],
        ["dispute"] = ["charge", "payment_intent"],
        ["payout"] = ["balance_transaction", "destination", "failure_balance_transaction", "original_payout", "reversed_by"],
        ["customer"] = ["cash_balance", "default_source", "sources", "subscriptions", "tax", "tax_ids", "test_clock"],
        ["price"] = ["currency_options", "product", "tiers"],
        ["product"] = ["default_price", "tax_code"],
        ["item"] = ["discounts", "price", "taxes"],
        ["payment_method"] = ["customer"]
    };

    /// <summary>What the source of a balance transaction can be: a path may hold for one kind and say nothing of another.</summary>
    private static readonly string[] Sources = ["charge", "refund", "dispute", "payout"];

    public static bool AllowsInSource(string field) => Sources.Any(kind => Allows(kind, field));

    public static bool Allows(string kind, string field) => Fields.TryGetValue(kind, out var fields) && fields.Contains(field);
}

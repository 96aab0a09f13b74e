namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>The organisation that a fresh sandbox starts with.</summary>
internal static class Defaults
{
    public const string OrganizationId = "10234695";
    public const string BaseCurrency = "GBP";
    public const string MainLocation = "460000000000038080";
    public const string OverflowLocation = "460000000000038082";
    public const string UndepositedFunds = "460000000000000361";
    public const string StripeClearing = "460000000000000555";
    public const string CostOfGoods = "460000000000000388";

    /// <summary>The check box by which a person asks for the money to go back.</summary>
    public const string RefundMark = "cf_refund_by_stripe";

    public static readonly Currency[] Currencies =
    [
        new("460000000000000097", "GBP", "British Pound", "£", 2, 1m),
        new("460000000000000099", "EUR", "Euro", "€", 2, 0.85m),
        new("460000000000000101", "USD", "US Dollar", "$", 2, 0.79m),
        new("460000000000000103", "JPY", "Japanese Yen", "¥", 0, 0.0053m),
        new("460000000000000105", "KWD", "Kuwaiti Dinar", "KD", 3, 2.57m),
        new("460000000000000107", "CAD", "Canadian Dollar", "$", 2, 0.57m),
        new("460000000000000109", "AUD", "Australian Dollar", "$", 2, 0.52m),
        new("460000000000000111", "CHF", "Swiss Franc", "CHF", 2, 0.89m),
        new("460000000000000113", "SEK", "Swedish Krona", "kr", 2, 0.074m),
        new("460000000000000115", "NOK", "Norwegian Krone", "kr", 2, 0.072m),
        new("460000000000000117", "DKK", "Danish Krone", "kr", 2, 0.114m),
        new("460000000000000119", "PLN", "Polish Zloty", "zł", 2, 0.199m),
        new("460000000000000121", "SGD", "Singapore Dollar", "$", 2, 0.59m),
        new("460000000000000123", "HKD", "Hong Kong Dollar", "$", 2, 0.101m),
        new("460000000000000125", "NZD", "New Zealand Dollar", "$", 2, 0.47m),
        new("460000000000000127", "BHD", "Bahraini Dinar", "BD", 3, 2.1m),
        new("460000000000000129", "KRW", "South Korean Won", "₩", 0, 0.00057m),
    ];

    public static readonly Tax[] Taxes =
    [
        new("460000000000017001", "Zero rate", 0m),
        new("460000000000017005", "Reduced rate", 5m),
        new("460000000000017020", "Standard rate", 20m),
        new("460000000000017023", "Standard rate 23", 23m),
    ];

    public static readonly Account[] Accounts =
    [
        new(UndepositedFunds, "Undeposited Funds", "cash"),
        new(StripeClearing, "Stripe Clearing", "bank"),
        new(CostOfGoods, "Cost of Goods Sold", "cost_of_goods_sold"),
    ];

    public static IEnumerable<Location> Locations() =>
    [
        new() { Id = MainLocation, Name = "Main", IsPrimary = true },
        new() { Id = OverflowLocation, Name = "Overflow" },
    ];

    public static IEnumerable<CustomFieldDefinition> CustomFields()
    {
        yield return new("460000000000099001", "contact", "Stripe Customer", "cf_stripe_customer", 1);
        var id = 99003;
        foreach (var module in new[] { "salesorder", "invoice", "customerpayment" })
        {
            yield return new($"4600000000000{id++}", module, "Stripe Payment Intent", "cf_stripe_payment_intent", 1);
            yield return new($"4600000000000{id++}", module, "Stripe Charge", "cf_stripe_charge", 2);
        }
        foreach (var module in new[] { "creditnote", "salesreturn" })
        {
            yield return new($"4600000000000{id++}", module, "Stripe Payment Intent", "cf_stripe_payment_intent", 1);
            yield return new($"4600000000000{id++}", module, "Stripe Refund", "cf_stripe_refund", 2);
            yield return new($"4600000000000{id++}", module, "Refund by Stripe", RefundMark, 3, "check_box");
        }
        foreach (var module in new[] { "salesorder", "invoice" })
            yield return new($"4600000000000{id++}", module, "Stripe Dispute", "cf_stripe_dispute", 3);
    }
}

namespace Isthmus.Functions.Refunds;

/// <summary>What a company decides about money that goes back; configuration section <c>Isthmus:Refunds</c>.</summary>
public sealed record RefundOptions
{
    /// <summary>
    /// Refunds asked for in Zoho above this many minor units of their currency wait for approval, by upper-case currency code; a
    /// currency that is not named has no limit. Default none.
    /// </summary>
    public IReadOnlyDictionary<string, long> HoldAbove { get; init; } = new Dictionary<string, long>();

    /// <summary>
    /// When what was asked for in Zoho on one day (UTC) comes to more than this, the refund that goes above it waits for approval; as
    /// <see cref="HoldAbove"/>. Default none.
    /// </summary>
    public IReadOnlyDictionary<string, long> HoldAboveADay { get; init; } = new Dictionary<string, long>();

    /// <summary>
    /// The words of Zoho's <c>refund_mode</c>, with commas between, that mean that the money goes back through Stripe; what a person
    /// paid otherwise, such as in cash, is left alone. Default <c>creditcard,autotransaction,others</c>.
    /// </summary>
    public string StripeModes { get; init; } = "creditcard,autotransaction,others";

    /// <summary>
    /// The custom field of a credit note that, when it says true or yes, asks for its balance to be paid back. Default
    /// <c>cf_refund_by_stripe</c>.
    /// </summary>
    public string Marker { get; init; } = "cf_refund_by_stripe";

    /// <summary>
    /// What an approved sales return does: <c>refund</c> credits its lines and pays the credit back, <c>none</c> leaves that to
    /// people. Default refund.
    /// </summary>
    public string OnApprovedReturn { get; init; } = "refund";

    /// <summary>Starts every number of a credit note or a sales return that we give, at most 6 characters. Default <c>CRN-</c>.</summary>
    public string NumberPrefix { get; init; } = "CRN-";

    /// <summary>
    /// What a credit note becomes in Sage 100: <c>creditMemo</c>, <c>returnOrder</c>, or <c>none</c>. Default creditMemo.
    /// </summary>
    public string SagePosting { get; init; } = "creditMemo";
}

namespace Isthmus.Core.Customers;

/// <summary>Who decides about a field.</summary>
/// <param name="Side">The system whose value counts where several changed it.</param>
/// <param name="OneWay">True when its value counts always: a change elsewhere is taken back.</param>
public sealed record Authority(CustomerSide Side, bool OneWay = false)
{
    /// <summary>The words of the configuration.</summary>
    public static IReadOnlyDictionary<string, Authority> Words { get; } = new Dictionary<string, Authority>(StringComparer.Ordinal)
    {
        ["stripe"] = new(CustomerSide.Stripe),
        ["zoho"] = new(CustomerSide.Zoho),
        ["sage"] = new(CustomerSide.Sage),
        ["stripeOnly"] = new(CustomerSide.Stripe, OneWay: true),
        ["zohoOnly"] = new(CustomerSide.Zoho, OneWay: true),
    };
}

namespace Isthmus.Sandbox.ZohoCrm.Organization;

/// <summary>Editions, smallest first.</summary>
internal enum Tier { Free, Standard, Professional, Enterprise, Ultimate }

/// <summary>What paid_type stands for, and what it allows (vendor notes, sections 5.1, 5.4 and 9).</summary>
internal static class Tiers
{
    public static readonly IReadOnlyDictionary<string, Tier> OfPaidType =
        new Dictionary<string, Tier>(StringComparer.OrdinalIgnoreCase)
        {
            ["free"] = Tier.Free,
            ["standard"] = Tier.Standard,
            ["zohoonestandard"] = Tier.Standard,
            ["crmplusstarter"] = Tier.Standard,
            ["professional"] = Tier.Professional,
            ["enterprise"] = Tier.Enterprise,
            ["zohooneenterprise"] = Tier.Enterprise,
            ["ultimate"] = Tier.Ultimate,
            ["crmplus"] = Tier.Ultimate,
        };

    /// <summary>Credits of any 24 hours.</summary>
    public static int Credits(this Tier tier, int users) => tier switch
    {
        Tier.Free => 5_000,
        Tier.Standard => Math.Min(50_000 + 250 * users, 100_000),
        Tier.Professional => Math.Min(50_000 + 500 * users, 3_000_000),
        Tier.Enterprise => Math.Min(50_000 + 1_000 * users, 5_000_000),
        _ => 50_000 + 2_000 * users,
    };

    public static int Concurrency(this Tier tier) => 5 + 5 * (int)tier;

    public static int MostCustomFields(this Tier tier) => tier switch
    {
        Tier.Free => 0,
        Tier.Standard => 10,
        Tier.Professional => 155,
        Tier.Enterprise => 300,
        _ => 500,
    };
}

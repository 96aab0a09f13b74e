using Isthmus.Sandbox.ZohoCrm.Metadata;

namespace Isthmus.Sandbox.ZohoCrm.Organization;

/// <summary>A pipeline of deals. Stages can be renamed: what counts as won is said by the forecast type.</summary>
internal sealed record Pipeline(string DisplayValue, bool IsDefault, IReadOnlyList<Stage> Stages)
{
    public long Id => MetaId.Of("pipeline", DisplayValue);

    public static IReadOnlyList<Pipeline> Standard { get; } =
    [
        new("Standard (Standard)", true,
        [
            new("Qualification", "Qualification", 10, "Open"),
            new("Needs Analysis", "Needs Analysis", 20, "Open"),
            new("Proposal/Price Quote", "Proposal/Price Quote", 75, "Open"),
            new("Negotiation/Review", "Negotiation/Review", 90, "Open"),
            new("Closed Won", "Closed Won", 100, "Closed Won"),
            new("Closed Lost", "Closed Lost", 0, "Closed Lost"),
        ]),
        new("Renewals", false,
        [
            new("Up for renewal", "Renewal Open", 50, "Open"),
            new("Renewed", "Renewal Signed", 100, "Closed Won"),
            new("Lapsed", "Renewal Lost", 0, "Closed Lost"),
        ]),
    ];
}

/// <param name="DisplayValue">What people see.</param>
/// <param name="ActualValue">What a deal stores.</param>
/// <param name="Probability">In percent.</param>
/// <param name="ForecastType">"Open", "Closed Won" or "Closed Lost".</param>
internal sealed record Stage(string DisplayValue, string ActualValue, int Probability, string ForecastType)
{
    public long Id => MetaId.Of("stage", ActualValue);
}

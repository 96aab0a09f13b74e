namespace Isthmus.Core.Reconciliation;

/// <summary>What one system has of one kind of money on a day and in a currency, in minor units.</summary>
/// <param name="Kind">payments or refunds.</param>
/// <param name="Currency">Upper-case ISO 4217 code.</param>
/// <param name="Stripe">What moved at Stripe; refunds are negative.</param>
/// <param name="Zoho">What Zoho has.</param>
/// <param name="Sage">What Sage has; null where nothing is carried on to it.</param>
public sealed record DayTotal(string Kind, string Currency, long Stripe, long Zoho, long? Sage)
{
    /// <summary>True when all have the same.</summary>
    public bool Agrees => Stripe == Zoho && (Sage is null || Sage == Stripe);
}

/// <summary>One movement that the systems do not have alike.</summary>
/// <param name="Code">missing, surplus, amount-differs, doubled.</param>
/// <param name="System">Where.</param>
/// <param name="Key">The charge or refund.</param>
/// <param name="Expected">What Stripe has, in minor units.</param>
/// <param name="Found">What that system has.</param>
/// <param name="Currency">Upper-case ISO 4217 code.</param>
/// <param name="Records">The system's ids.</param>
public sealed record DayDifference(
    string Code, string System, string Key, long Expected, long Found, string Currency, IReadOnlyList<string> Records);

/// <summary>Whether a day's money is the same at Stripe, in Zoho and in Sage.</summary>
public sealed record DailyProof
{
    /// <summary>A stored proof lists no more differences.</summary>
    public const int MostDifferences = 200;

    /// <summary>The day, on the calendar of UTC.</summary>
    public DateOnly Day { get; init; }
    /// <summary>By kind and currency.</summary>
    public IReadOnlyList<DayTotal> Totals { get; init; } = [];
    /// <summary>Movements that the systems do not have alike; the first <see cref="MostDifferences"/> of them when stored.</summary>
    public IReadOnlyList<DayDifference> Differences { get; init; } = [];
    /// <summary>How many there are.</summary>
    public int DifferenceCount { get; init; }
    /// <summary>How many movements Stripe had.</summary>
    public int Movements { get; init; }
    /// <summary>When it was proved.</summary>
    public DateTimeOffset ProvedAt { get; init; }
    /// <summary>True when nothing differs.</summary>
    public bool Holds => DifferenceCount == 0 && Totals.All(total => total.Agrees);
}

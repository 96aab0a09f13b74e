namespace Isthmus.Connectors.ZohoCrm;

/// <summary>What is known of an organisation's API credits.</summary>
/// <param name="Used">What this process used in the last 24 hours by its own count.</param>
/// <param name="CountedSince">When the count began, where that is less than 24 hours ago.</param>
/// <param name="Remaining">What Zoho said last; it says so only when half of them are used.</param>
/// <param name="RemainingAt">When it said so.</param>
/// <param name="Allowance">What the edition gives in 24 hours; null until the organisation was read, or where its edition is not known.</param>
public sealed record CrmCreditState(
    int Used, DateTimeOffset CountedSince, int? Remaining, DateTimeOffset? RemainingAt, int? Allowance);

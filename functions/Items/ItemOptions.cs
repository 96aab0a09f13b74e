namespace Isthmus.Functions.Items;

/// <summary>What a company decides about its items; configuration section <c>Isthmus:Items</c>.</summary>
public sealed record ItemOptions
{
    /// <summary>
    /// Which system the items are kept in: <c>sage-to-zoho</c>, <c>zoho-to-sage</c>, or <c>off</c>, where each system keeps its own.
    /// Default off.
    /// </summary>
    public string Direction { get; init; } = "off";

    /// <summary>How many runs a round starts at most, 1 to 5,000; the rest waits for the next. Default 500.</summary>
    public int RunsARound { get; init; } = 500;

    /// <summary>
    /// Have the nightly sweep undo what was changed by hand in Zoho where the items are kept in Sage: names, prices, custom fields that
    /// travel, inactive items. Default true.
    /// </summary>
    public bool CorrectDrift { get; init; } = true;

    /// <summary>True when Zoho's items follow Sage's.</summary>
    internal bool ToZoho => Direction == "sage-to-zoho";

    /// <summary>True when Sage's items follow Zoho's.</summary>
    internal bool ToSage => Direction == "zoho-to-sage";
}

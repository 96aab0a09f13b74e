namespace Isthmus.Core.MasterData;

/// <summary>How often a source is asked what changed.</summary>
public enum Cadence
{
    /// <summary>Every 15 minutes.</summary>
    QuarterHourly,
    /// <summary>Every hour.</summary>
    Hourly,
    /// <summary>Once a day.</summary>
    Daily,
}

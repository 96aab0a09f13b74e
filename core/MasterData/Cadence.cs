using System.Text.Json.Serialization;

namespace Isthmus.Core.MasterData;

/// <summary>How often a source is asked what changed.</summary>
[JsonConverter(typeof(CamelCaseWords<Cadence>))]
public enum Cadence
{
    /// <summary>Every 15 minutes.</summary>
    QuarterHourly,
    /// <summary>Every hour.</summary>
    Hourly,
    /// <summary>Once a day.</summary>
    Daily,
}

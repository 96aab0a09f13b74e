using System.Text.Json.Serialization;

namespace Isthmus.Core.Loads;

/// <summary>What became of one record of a load.</summary>
[JsonConverter(typeof(CamelCaseWords<LoadOutcome>))]
public enum LoadOutcome
{
    /// <summary>It was created or changed in the other system.</summary>
    Written,
    /// <summary>The other system has it as it is.</summary>
    Unchanged,
    /// <summary>A rule leaves it out.</summary>
    Skipped,
    /// <summary>It could not be carried; a dead letter says why.</summary>
    Failed,
}

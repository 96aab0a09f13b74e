using System.Text.Json.Serialization;
using Isthmus.Core;

namespace Isthmus.Connectors.Checks;

/// <summary>What a connection check found.</summary>
/// <param name="Connection">The connection's id.</param>
/// <param name="Steps">What was tried, in order.</param>
public sealed record ConnectionReport(string Connection, IReadOnlyList<CheckStep> Steps)
{
    /// <summary>True when no step failed.</summary>
    public bool Ok => Steps.All(step => step.Outcome != CheckOutcome.Failed);
}

/// <summary>One step of a connection check.</summary>
/// <param name="Name">What was tried, in words for people.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">What was found.</param>
/// <param name="Cure">What to do about it; empty when nothing is wrong.</param>
public sealed record CheckStep(string Name, CheckOutcome Outcome, string Message, string Cure = "");

/// <summary>How a step of a check ended.</summary>
[JsonConverter(typeof(CamelCaseWords<CheckOutcome>))]
public enum CheckOutcome
{
    /// <summary>As it should be.</summary>
    Ok,
    /// <summary>Works, but something deserves a look.</summary>
    Warning,
    /// <summary>Does not work.</summary>
    Failed,
    /// <summary>Could not be tried, because an earlier step failed.</summary>
    Skipped,
}

using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>What it means that the agent left a record out of its answer.</summary>
internal static class SageResults
{
    public static Failure Missing(string reference, string operation) => new(FailureClass.Transient, SageOptions.Id, operation,
        "result-missing", $"The agent gave no result for record {reference}.", "Read the record before it is written again.");
}

using DurableTask.Core;
using Microsoft.DurableTask.Abstractions;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>Which versions this program may run, with the messages of the real worker.</summary>
internal static class VersionGate
{
    /// <summary>Why an instance of a version may not run; null: it may.</summary>
    public static FailureDetails? Refuse(string version, DurableEngineOptions options)
    {
        var order = TaskOrchestrationVersioningUtils.CompareVersions(version, options.DefaultVersion);
        return options.VersionMatchStrategy switch
        {
            VersionMatchStrategy.Strict when order != 0 =>
                Mismatch($"The orchestration version '{version}' does not match the worker version '{options.DefaultVersion}'."),
            VersionMatchStrategy.CurrentOrOlder when order > 0 =>
                Mismatch($"The orchestration version '{version}' is greater than the worker version '{options.DefaultVersion}'."),
            _ => null,
        };
    }

    private static FailureDetails Mismatch(string message) => new("VersionMismatch", message, null, null, isNonRetriable: true);
}

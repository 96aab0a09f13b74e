namespace Microsoft.DurableTask.Client;

/// <summary>Dedupe statuses by their enum.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>The statuses that may be named.</summary>
    public static readonly IReadOnlyList<OrchestrationRuntimeStatus> ValidDedupeStatuses =
    [
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
#pragma warning disable CS0618 // named for compatibility, as in the package
        OrchestrationRuntimeStatus.Canceled,
#pragma warning restore CS0618
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>Refuses the start while an instance of the id is in one of these states.</summary>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses) =>
        options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
}

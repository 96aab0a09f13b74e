namespace Microsoft.DurableTask.Client;

/// <summary>Describes instances.</summary>
/// <param name="CreatedFrom">Started then or later.</param>
/// <param name="CreatedTo">Started then or earlier.</param>
/// <param name="Statuses">In one of these states.</param>
/// <param name="TaskHubNames">Of these task hubs.</param>
/// <param name="InstanceIdPrefix">With an instance id that begins so.</param>
/// <param name="PageSize">Instances a page.</param>
/// <param name="FetchInputsAndOutputs">Whether payloads are read.</param>
/// <param name="ContinuationToken">Where to begin.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    /// <summary>Instances a page where nothing is said.</summary>
    public const int DefaultPageSize = 100;
}

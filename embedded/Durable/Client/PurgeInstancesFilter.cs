namespace Microsoft.DurableTask.Client;

/// <summary>Describes ended instances to remove.</summary>
/// <param name="CreatedFrom">Started then or later.</param>
/// <param name="CreatedTo">Started then or earlier.</param>
/// <param name="Statuses">In one of these states.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>How long to go on; afterwards the result is not complete.</summary>
    public TimeSpan? Timeout { get; init; }
}

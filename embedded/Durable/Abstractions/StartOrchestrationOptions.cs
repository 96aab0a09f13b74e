namespace Microsoft.DurableTask;

/// <summary>How a new orchestration is started.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Options with an instance id and a time to start at.</summary>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>A copy.</summary>
    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The instance id, 1 to 100 characters; none: a random one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>When to start; none: now.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Labels of the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The version of the instance; none: the configured default version.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>
    /// States of an existing instance of this id in which the start is refused; none: every state that is not an end.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}

namespace Microsoft.DurableTask;

/// <summary>How a sub-orchestration is called.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    /// <summary>Options with a retry rule and an instance id.</summary>
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null) : base(retry) =>
        InstanceId = instanceId;

    /// <summary>Options taken from others, with an instance id.</summary>
    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null) : base(options) =>
        InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

    /// <summary>A copy.</summary>
    public SubOrchestrationOptions(SubOrchestrationOptions options) : base(options) => InstanceId = options.InstanceId;

    /// <summary>The instance id of the sub-orchestration; none: one is derived.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The version to start; none: the configured default version.</summary>
    public new TaskVersion? Version
    {
        get => base.Version;
        init => base.Version = value;
    }
}

namespace Microsoft.DurableTask;

/// <summary>How an activity or sub-orchestration is called.</summary>
public record TaskOptions
{
    /// <summary>Options with a retry rule.</summary>
    public TaskOptions(TaskRetryOptions? retry) : this(retry, null) { }

    /// <summary>Options with a retry rule and tags.</summary>
    public TaskOptions(TaskRetryOptions? retry = null, IDictionary<string, string>? tags = null)
    {
        Retry = retry;
        Tags = tags;
    }

    /// <summary>A copy.</summary>
    public TaskOptions(TaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Retry = options.Retry;
        Tags = options.Tags;
        Version = options.Version;
    }

    /// <summary>What happens after a failure; none: the failure is thrown at once.</summary>
    public TaskRetryOptions? Retry { get; init; }

    /// <summary>Labels that are kept in the history.</summary>
    public IDictionary<string, string>? Tags { get; init; }

    /// <summary>
    /// The version to call; none: that of the orchestration (activities) or the default one (sub-orchestrations).
    /// </summary>
    public TaskVersion? Version { get; init; }

    /// <summary>Options with a retry policy.</summary>
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    /// <summary>Options with a handler that decides on each retry.</summary>
    public static TaskOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    /// <summary>Options with a handler that decides on each retry.</summary>
    public static TaskOptions FromRetryHandler(RetryHandler handler) => new(handler);

    /// <summary>These options for a sub-orchestration of a given instance id.</summary>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}

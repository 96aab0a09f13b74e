namespace Microsoft.DurableTask;

/// <summary>
/// Decides whether a failed task is called again. Part of the orchestrator: it is replayed and must be deterministic.
/// </summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Decides whether a failed task is called again; may await durable tasks, such as a timer.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);

/// <summary>What a retry handler knows.</summary>
/// <param name="OrchestrationContext">The orchestration.</param>
/// <param name="LastAttemptNumber">How many attempts have failed.</param>
/// <param name="LastFailure">Why the last one failed.</param>
/// <param name="TotalRetryTime">Time since the first attempt began.</param>
/// <param name="CancellationToken">Never cancelled.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);

using System.ComponentModel;

namespace Microsoft.DurableTask;

/// <summary>Retries after a growing delay.</summary>
public class RetryPolicy
{
    /// <summary>A policy.</summary>
    /// <param name="maxNumberOfAttempts">Attempts in all, the first included; at least 1.</param>
    /// <param name="firstRetryInterval">Delay before the second attempt; more than zero.</param>
    /// <param name="backoffCoefficient">Factor by which the delay grows; at least 1.</param>
    /// <param name="maxRetryInterval">Longest delay; default one hour.</param>
    /// <param name="retryTimeout">No attempt begins later than this after the first; default never.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1.0);
        RequireNotShorter(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        RequireNotShorter(retryTimeout, firstRetryInterval, nameof(retryTimeout));
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    /// <summary>Attempts in all, the first included.</summary>
    public int MaxNumberOfAttempts { get; }

    /// <summary>Delay before the second attempt.</summary>
    public TimeSpan FirstRetryInterval { get; }

    /// <summary>Factor by which the delay grows.</summary>
    public double BackoffCoefficient { get; }

    /// <summary>Longest delay.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>No attempt begins later than this after the first.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Whether a failure is retried; set through <see cref="HandleFailure"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    /// <summary>Not used by any engine.</summary>
    [Obsolete("This functionality is not implemented. Use TaskOptions.FromRetryHandler or HandleFailure instead.")]
    public Func<Exception, Task<bool>>? HandleAsync { get; set; }

    /// <summary>Decides by the failure whether there is a further attempt.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = failure => value(
            (failure as TaskFailedException ?? throw new InvalidOperationException("Only a failed task can be retried."))
                .FailureDetails);
    }

    private static void RequireNotShorter(TimeSpan? value, TimeSpan first, string name)
    {
        if (value < first && value != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(
                name, value, $"The value for {name} must not be less than the first retry interval.");
        }
    }
}

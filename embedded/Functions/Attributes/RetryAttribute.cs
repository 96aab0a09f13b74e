namespace Microsoft.Azure.Functions.Worker;

/// <summary>Repeats a timer function that failed, within the same run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    /// <summary>How often it is repeated; -1: until it succeeds.</summary>
    public int MaxRetryCount { get; set; }
}

/// <summary>Repeats after the same delay each time.</summary>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">How often; -1: until it succeeds.</param>
    /// <param name="delayInterval">The delay, <c>hh:mm:ss</c>.</param>
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) => (MaxRetryCount, DelayInterval) = (maxRetryCount, delayInterval);

    /// <summary>The delay, <c>hh:mm:ss</c>.</summary>
    public string DelayInterval { get; }
}

/// <summary>Repeats after delays that double, from the shortest to the longest.</summary>
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    /// <param name="maxRetryCount">How often; -1: until it succeeds.</param>
    /// <param name="minimumInterval">The shortest delay, <c>hh:mm:ss</c>.</param>
    /// <param name="maximumInterval">The longest delay, <c>hh:mm:ss</c>.</param>
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval) =>
        (MaxRetryCount, MinimumInterval, MaximumInterval) = (maxRetryCount, minimumInterval, maximumInterval);

    /// <summary>The shortest delay, <c>hh:mm:ss</c>.</summary>
    public string MinimumInterval { get; }

    /// <summary>The longest delay, <c>hh:mm:ss</c>.</summary>
    public string MaximumInterval { get; }
}

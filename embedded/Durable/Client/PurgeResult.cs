namespace Microsoft.DurableTask.Client;

/// <summary>What was removed.</summary>
public class PurgeResult
{
    /// <summary>A number of instances.</summary>
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    /// <summary>A number of instances, and whether these were all.</summary>
    public PurgeResult(int count, bool? isComplete) : this(count) => IsComplete = isComplete;

    /// <summary>How many instances were removed.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether all that were to be removed are.</summary>
    public bool? IsComplete { get; }
}

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned; middleware may replace it.</summary>
public abstract class InvocationResult<T>
{
    /// <summary>The returned value; null while the function has not run.</summary>
    public abstract T? Value { get; set; }
}

/// <summary>What a function returned, whatever its type; middleware may replace it.</summary>
public abstract class InvocationResult : InvocationResult<object?>;

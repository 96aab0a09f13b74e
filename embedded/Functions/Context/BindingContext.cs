namespace Microsoft.Azure.Functions.Worker;

/// <summary>What is known about what started a call.</summary>
public abstract class BindingContext
{
    /// <summary>Route values, or a message's properties, or an orchestration's id: by name, case aside.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}

/// <summary>Which repeat of a failed call this is.</summary>
public abstract class RetryContext
{
    /// <summary>0 for the first call.</summary>
    public abstract int RetryCount { get; }

    /// <summary>How many repeats there may be; -1: any number.</summary>
    public abstract int MaxRetryCount { get; }
}

/// <summary>The W3C trace of the caller.</summary>
public abstract class TraceContext
{
    /// <summary>The <c>traceparent</c>.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The <c>tracestate</c>.</summary>
    public abstract string TraceState { get; }
}

/// <summary>Objects of one call by their type.</summary>
public interface IInvocationFeatures
{
    /// <summary>Stores an object under its type.</summary>
    void Set<T>(T instance);

    /// <summary>The object of a type; default when there is none.</summary>
    T? Get<T>();
}

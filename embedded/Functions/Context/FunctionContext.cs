namespace Microsoft.Azure.Functions.Worker;

/// <summary>One call of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>The call's id; another at each repeat.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The id of the function.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The caller's trace, for distributed tracing.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What is known about what started the call.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>Which repeat this is, for a function that has a retry attribute.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of this call's own scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function's shape.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and functions hand to each other.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>What the worker knows about the call, by type.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Signalled when the call should end: the caller has gone, the time is up, or the host stops.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}

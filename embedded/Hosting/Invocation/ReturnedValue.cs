using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>What a function returned, as middleware sees and changes it.</summary>
internal sealed class ReturnedValue : InvocationResult
{
    public override object? Value { get; set; }
}

/// <summary>The same by its type.</summary>
internal sealed class TypedResult<T>(ReturnedValue inner) : InvocationResult<T>
{
    public override T? Value
    {
        get => inner.Value switch
        {
            null => default,
            T value => value,
            var other => throw new InvalidOperationException($"The function returned a {other.GetType().Name}, not a {typeof(T).Name}."),
        };
        set => inner.Value = value;
    }
}

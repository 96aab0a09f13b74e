using System.Collections;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>What all that is logged during a call has in common: the function, the call, and the orchestration it works for.</summary>
internal sealed class CallScope(string function, CallContext context) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly string? instance = context.BindingContext.BindingData.GetValueOrDefault("instanceId") as string;

    public int Count => instance is null ? 2 : 3;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("Function", function),
        1 => new("InvocationId", context.InvocationId),
        2 when instance is not null => new("InstanceId", instance),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{function} {context.InvocationId}";
}

using Isthmus.Embedded.Hosting.Invocation;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reaches the results of a call from middleware.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned, as <typeparamref name="T"/>.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) => new TypedResult<T>(Result(context));

    /// <summary>What the function returned.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) => Result(context);

    private static ReturnedValue Result(FunctionContext context) => context.Features.Get<ReturnedValue>()
        ?? throw new InvalidOperationException("This context was not made by the host: it has no result.");
}

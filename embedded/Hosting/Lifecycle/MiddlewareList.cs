using Microsoft.Azure.Functions.Worker.Middleware;

namespace Isthmus.Embedded.Hosting.Lifecycle;

/// <summary>The middleware of the app, outermost first.</summary>
internal sealed class MiddlewareList
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> added = [];

    public void Add(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => added.Add(middleware);

    public FunctionExecutionDelegate Build(FunctionExecutionDelegate innermost) =>
        Enumerable.Reverse(added).Aggregate(innermost, (next, middleware) => middleware(next));
}

namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of the way to a function.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);

/// <summary>Runs around every call of every function.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Calls <paramref name="next"/> to go on.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}

using System.Diagnostics;
using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Hosting.Lifecycle;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>Calls functions: a scope of services and a trace each, through the middleware, within functionTimeout.</summary>
internal sealed partial class FunctionInvoker(
    IServiceProvider app, MiddlewareList middleware, OutputSender outputs, TimeProvider time, TimeSpan? timeout, ILoggerFactory loggers)
{
    private static readonly ActivitySource Source = new("Microsoft.Azure.Functions.Worker");

    private readonly FunctionExecutionDelegate pipeline = middleware.Build(FunctionExecution.RunAsync);
    private readonly CallsInFlight inFlight = new();

    public Task WhenIdle => inFlight.WhenIdle;

    /// <summary>Calls a function and returns what it returned, after its outputs were sent.</summary>
    public async Task<object?> InvokeAsync(
        FunctionEntry entry, Call call, CancellationToken cancellation, Action<CallContext>? prepare = null)
    {
        using var limit = new CancellationTokenSource(timeout ?? Timeout.InfiniteTimeSpan, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var context = new CallContext(entry, call, app, linked.Token);
        prepare?.Invoke(context);
        var run = RunAsync(context);
        inFlight.Add(run);
        if (timeout is { } most && await EndsLate(run, limit.Token)) throw new FunctionTimeoutException(entry.Name, most);
        await run;
        return context.Returned.Value;
    }

    /// <summary>An orchestrator runs on its own thread, has no time limit, and awaits nothing but durable tasks.</summary>
    public async Task<object?> InvokeOrchestratorAsync(FunctionEntry entry, Call call)
    {
        await using var context = new CallContext(entry, call, app, CancellationToken.None);
        await pipeline(context);
        return context.Returned.Value;
    }

    private static async Task<bool> EndsLate(Task run, CancellationToken limit)
    {
        try
        {
            await run.WaitAsync(limit);
            return false;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return true;
        }
        catch when (run.IsCompleted)
        {
            return false;
        }
    }

    private async Task RunAsync(CallContext context)
    {
        var name = context.Entry.Name;
        var log = loggers.CreateLogger($"Function.{name}");
        var started = time.GetTimestamp();
        using var activity = Source.StartActivity($"function {name}", ActivityKind.Internal);
        activity?.SetTag("faas.name", name).SetTag("faas.invocation_id", context.InvocationId);
        using var scope = log.BeginScope(new CallScope(name, context));
        LogStarted(log, name, context.InvocationId);
        try
        {
            await using (context)
            {
                await pipeline(context);
                await outputs.SendAsync(context);
            }
            LogSucceeded(log, name, context.InvocationId, time.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception failure)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            LogFailed(log, failure, name, context.InvocationId, time.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Executing '{Function}' (Id={InvocationId})")]
    private static partial void LogStarted(ILogger logger, string function, string invocationId);

    [LoggerMessage(2, LogLevel.Debug, "Executed '{Function}' (Succeeded, Id={InvocationId}, Duration={Duration:0.0}ms)")]
    private static partial void LogSucceeded(ILogger logger, string function, string invocationId, double duration);

    [LoggerMessage(3, LogLevel.Error, "Executed '{Function}' (Failed, Id={InvocationId}, Duration={Duration:0.0}ms)")]
    private static partial void LogFailed(ILogger logger, Exception failure, string function, string invocationId, double duration);
}

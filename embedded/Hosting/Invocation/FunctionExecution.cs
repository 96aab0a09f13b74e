using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>The innermost step of a call: fill the parameters, make the object, call the method.</summary>
internal static class FunctionExecution
{
    public static async Task RunAsync(FunctionContext context)
    {
        var call = (CallContext)context;
        var sources = call.Entry.Sources;
        var arguments = new object?[sources.Count];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = await sources[i](call);
        var method = call.Entry.Call;
        var instance = method.Instance(call.InstanceServices);
        try
        {
            call.Returned.Value = await method.RunAsync(instance, arguments);
        }
        finally
        {
            if (instance is IAsyncDisposable async) await async.DisposeAsync();
            else (instance as IDisposable)?.Dispose();
        }
    }
}

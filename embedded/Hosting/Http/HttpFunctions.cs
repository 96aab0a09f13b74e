using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Hosting.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>Serves the HTTP functions of the app.</summary>
internal sealed class HttpFunctions(FunctionInvoker invoker, FunctionKeys keys, RouteTemplates routes)
{
    public void Map(IEndpointRouteBuilder endpoints, IEnumerable<FunctionEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Trigger is not HttpTriggerAttribute trigger) continue;
            RequestDelegate serve = http => ServeAsync(http, entry, trigger.AuthLevel);
            var template = routes.Template(entry.Name, trigger);
            var mapped = trigger.Methods is { Length: > 0 } methods
                ? endpoints.MapMethods(template, methods.Select(method => method.ToUpperInvariant()), serve)
                : endpoints.Map(template, serve);
            mapped.WithDisplayName(entry.Name);
        }
    }

    private async Task ServeAsync(HttpContext http, FunctionEntry entry, AuthorizationLevel level)
    {
        if (!keys.Allows(http.Request, level))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        try
        {
            var call = new Call(Call.NewId(), http, Data(http));
            var returned = await invoker.InvokeAsync(
                entry, call, http.RequestAborted, context => context.Items[FunctionContextExtensions.HttpContextKey] = http);
            await HttpAnswer.WriteAsync(http, returned);
        }
        catch (Exception) when (!http.Response.HasStarted)
        {
            // The invoker has logged it; the caller learns nothing of the inside.
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        catch (Exception)
        {
            http.Abort();
        }
    }

    private static Dictionary<string, object?> Data(HttpContext http)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in http.Request.Query) if (name != "code") data[name] = value.ToString();
        foreach (var (name, value) in http.GetRouteData().Values) data[name] = value;
        return data;
    }
}

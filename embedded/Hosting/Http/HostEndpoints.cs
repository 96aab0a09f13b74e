using Isthmus.Embedded.Hosting.Discovery;
using Isthmus.Embedded.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>The host's own pages: whether it is up, what it runs, and starting a function by hand.</summary>
internal sealed class HostEndpoints(FunctionKeys keys, IReadOnlyList<FunctionEntry> entries, Func<string, string?, bool> startByHand, EmbeddedStore store)
{
    private readonly long started = store.Time.GetTimestamp();

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", () => Results.Text("The functions of this app are up and running.\n"));
        endpoints.MapGet("/admin/host/ping", Ping);
        endpoints.MapGet("/admin/host/status", Guarded(Status));
        endpoints.MapGet("/admin/functions", Guarded(_ => Results.Json(entries.Select(entry => Describe(entry)))));
        endpoints.MapPost("/admin/functions/{name}", GuardedAsync(StartAsync));
    }

    /// <summary>503 while nothing can be stored: whoever watches the app or sends it work should know.</summary>
    private IResult Ping() => store.Trouble is null ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

    private IResult Status(HttpContext http) => Results.Json(new
    {
        id = Environment.MachineName,
        state = store.Trouble is null ? "Running" : "Error",
        errors = store.Trouble is { } trouble ? new[] { trouble } : null,
        version = typeof(HostEndpoints).Assembly.GetName().Version?.ToString(),
        processUptime = (long)store.Time.GetElapsedTime(started).TotalMilliseconds,
        functions = entries.Count,
    });

    private async Task<IResult> StartAsync(HttpContext http)
    {
        var name = (string)http.GetRouteValue("name")!;
        var body = http.Request.ContentLength is null or 0 ? null : await http.Request.ReadFromJsonAsync<ByHand>(http.RequestAborted);
        return startByHand(name, body?.Input) ? Results.Accepted() : Results.NotFound();
    }

    private static object Describe(FunctionEntry entry) =>
        new { name = entry.Name, trigger = entry.Definition.InputBindings.Values.First().Type, entryPoint = entry.Definition.EntryPoint };

    private RequestDelegate Guarded(Func<HttpContext, IResult> answer) => GuardedAsync(http => Task.FromResult(answer(http)));

    private RequestDelegate GuardedAsync(Func<HttpContext, Task<IResult>> answer) => async http =>
    {
        var result = keys.Allows(http.Request, AuthorizationLevel.Admin) ? await answer(http) : Results.Unauthorized();
        await result.ExecuteAsync(http);
    };

    private sealed record ByHand(string? Input);
}

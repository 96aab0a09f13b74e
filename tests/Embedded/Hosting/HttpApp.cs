using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed record Greeting(string Name, int Times);

public sealed class HttpApp(Log log) : IDisposable
{
    [Function("Plain")]
    public IActionResult Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        log.Add("called");
        return new OkObjectResult(new Greeting(request.Query["name"].ToString(), 1));
    }

    [Function("Routed")]
    public static IResult Routed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders/{id:int}/{part?}")] HttpRequest request, int id, string? part) =>
        Results.Text($"{id}:{part ?? "none"}:{request.Method}");

    [Function("Posted")]
    public static async Task<Greeting> Posted(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, [FromBody] Greeting greeting, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        return greeting with { Times = greeting.Times + (request.HasJsonContentType() ? 1 : 0) };
    }

    [Function("Keyed")]
    public static string Keyed([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request) => $"in by {request.Method}";

    [Function("Guarded")]
    public static string Guarded([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => request.Path;

    [Function("Broken")]
    public static IActionResult Broken([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        throw new InvalidOperationException($"inner secret {request.Method}");

    [Function("Where")]
    public static string Where([HttpTrigger(AuthorizationLevel.Anonymous, Route = "%WhereRoute%")] HttpRequest request, FunctionContext context) =>
        $"{context.FunctionDefinition.Name} {context.GetHttpContext() == request.HttpContext} {context.BindingContext.BindingData["x"]}";

    public void Dispose() => log.Add("disposed");
}

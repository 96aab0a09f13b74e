using Isthmus.Functions.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Isthmus.Functions.Console;

/// <summary>
/// The operators' page. It holds no data: what it shows comes from the API, with the key that the operator gives.
/// </summary>
public sealed class ConsoleFunctions(ConsoleFiles files)
{
    /// <summary>What browsers let the page do: its own files, its own API, no inline script, no HTML made of text.</summary>
    public const string ContentPolicy =
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary><c>GET /api/console</c>: the page.</summary>
    [Function(nameof(ShowConsole))]
    public IActionResult ShowConsole(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console")] HttpRequest request) =>
        Serve(request, ConsoleFiles.Page);

    /// <summary><c>GET /api/console/{file}</c>: a script, a style sheet or a picture of the page.</summary>
    [Function(nameof(ShowConsoleFile))]
    public IActionResult ShowConsoleFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/{file}")] HttpRequest request, string file) =>
        Serve(request, file);

    private IActionResult Serve(HttpRequest request, string name)
    {
        if (files.Find(name) is not { } file) return OperatorAnswers.NotFound("page", name);
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return new FileContentResult(file.Bytes, file.ContentType) { EntityTag = new EntityTagHeaderValue(file.Tag) };
    }
}

using Microsoft.AspNetCore.Http;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>
/// A route that exists for other methods only is not found: the Functions host answers 404 where ASP.NET Core answers 405.
/// </summary>
internal static class WrongMethod
{
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response.StatusCode != StatusCodes.Status405MethodNotAllowed || http.Response.HasStarted) return;
        if (http.GetEndpoint()?.DisplayName != "405 HTTP Method Not Supported") return;
        http.Response.Headers.Allow = default;
        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}

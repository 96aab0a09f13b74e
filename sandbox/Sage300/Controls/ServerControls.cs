using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage300.Api;

namespace Isthmus.Sandbox.Sage300.Controls;

/// <summary>POST /_sandbox/sage-300/outage <c>{seconds, status}</c>: IIS answers everything with a page of HTML for so long.</summary>
internal static class ServerControls
{
    public static void Map(IEndpointRouteBuilder routes, WebServer server) =>
        routes.MapPost("/_sandbox/sage-300/outage", async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            body.AllowOnly("seconds", "status");
            var (seconds, status) = (body.Get("seconds", 30.0), body.Get("status", 503));
            if (status is < 400 or > 599) throw new ControlException("status goes from 400 to 599.");
            server.GoDown(TimeSpan.FromSeconds(seconds), status);
            await context.Response.WriteJsonAsync(200, new JsonObject { ["seconds"] = seconds, ["status"] = status });
        });
}

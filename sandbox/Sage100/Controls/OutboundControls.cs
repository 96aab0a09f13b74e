using System.Text.Json.Nodes;
using Isthmus.Agent.Outbound;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Host;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>
/// POST /_sandbox/sage-100/outbound <c>{app, id, key, lanes}</c>: the agent fetches its work from the app at that address,
/// which ends in
/// /api/agents. DELETE ends that.
/// </summary>
internal static class OutboundControls
{
    private const string Path = "/_sandbox/sage-100/outbound";

    public static void Map(IEndpointRouteBuilder routes, OutboundAgent agent)
    {
        routes.MapPost(Path, async (HttpContext context) =>
        {
            var options = Read(await context.Request.ReadControlAsync());
            await agent.StartAsync(options);
            await context.Response.WriteJsonAsync(201, new JsonObject { ["app"] = options.App!.ToString(), ["id"] = options.Id });
        });
        routes.MapDelete(Path, async (HttpContext context) =>
        {
            await agent.StopAsync();
            await context.Response.WriteJsonAsync(200, new JsonObject { ["app"] = null });
        });
        var life = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        life.ApplicationStopping.Register(() => _ = agent.StopAsync());
    }

    private static OutboundOptions Read(JsonObject body)
    {
        body.AllowOnly("app", "id", "key", "lanes");
        var app = body.Need<string>("app");
        return new OutboundOptions
        {
            App = Uri.TryCreate(app, UriKind.Absolute, out var address) ? address
                : throw new ControlException($"app '{app}' is no address."),
            Id = body.Get("id", "sage-100")!, Key = body.Get("key", "sage-sandbox-key")!, Lanes = body.Get("lanes", 4),
        };
    }
}

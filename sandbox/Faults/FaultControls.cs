using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Faults;

/// <summary>GET, POST and DELETE /_sandbox/faults, DELETE /_sandbox/faults/{id}.</summary>
internal static class FaultControls
{
    public static void Map(IEndpointRouteBuilder routes, FaultPlan plan, IReadOnlyList<IVendor> vendors)
    {
        routes.MapGet("/_sandbox/faults", (HttpContext context) => Show(context, plan));
        routes.MapPost("/_sandbox/faults", async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            if (body.Get<string>("vendor") is { } name && vendors.All(vendor => vendor.Name != name))
                throw new ControlException($"vendor '{name}' is not known. Known: {string.Join(", ", vendors.Select(v => v.Name))}.");
            await context.Response.WriteJsonAsync(201, plan.Add(body).Show());
        });
        routes.MapDelete("/_sandbox/faults/{id?}", (HttpContext context, string? id) =>
        {
            plan.Clear(id);
            return Show(context, plan);
        });
    }

    private static Task Show(HttpContext context, FaultPlan plan) =>
        context.Response.WriteJsonAsync(200, new JsonObject { ["faults"] = plan.Show() });
}

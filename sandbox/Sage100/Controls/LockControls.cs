using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Boi;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>
/// POST /_sandbox/sage-100/locks <c>{object, key:{...}, seconds, wording}</c>: somebody opens the record on a screen. DELETE lets
/// go of all.
/// </summary>
internal static class LockControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company)
    {
        routes.MapPost("/_sandbox/sage-100/locks", async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            body.AllowOnly("object", "key", "seconds", "wording");
            string shown;
            lock (company.Gate) shown = Hold(company, body);
            await context.Response.WriteJsonAsync(201, new JsonObject { ["locked"] = shown });
        });
        routes.MapDelete("/_sandbox/sage-100/locks", (HttpContext context) =>
        {
            lock (company.Gate) company.Locks.Clear();
            return context.Response.WriteJsonAsync(200, new JsonObject { ["locked"] = null });
        });
    }

    private static string Hold(Company company, JsonObject body)
    {
        var name = body.Need<string>("object");
        var schema = company.Find(name)?.Schema ?? throw new ControlException($"object '{name}' is not known.");
        var parts = body.Need<JsonObject>("key");
        var key = TableKey.Of(schema.Keys.Select(part =>
            ColumnRules.Format(schema.Find(part)!, parts.Need<string>(part), company.Settings.Release)));
        company.Locks.Hold(name, key, TimeSpan.FromSeconds(body.Get("seconds", 60.0)), body.Get<int>("wording"));
        return TableKey.Shown(key);
    }
}

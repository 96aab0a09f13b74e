using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Hosting;

/// <summary>/_sandbox/ledger, /reset, /calls and /settings.</summary>
internal static class SandboxControls
{
    public static void Map(IEndpointRouteBuilder routes, IReadOnlyList<IVendor> vendors, CallCounts counts)
    {
        routes.MapGet("/", (HttpContext context) => context.Response.WriteJsonAsync(200, Welcome(vendors)));
        routes.MapGet("/_sandbox/ledger", (HttpContext context) =>
            context.Response.WriteJsonAsync(200, OfEach(vendors, vendor => vendor.Ledger())));
        routes.MapGet("/_sandbox/calls", (HttpContext context) =>
            context.Response.WriteJsonAsync(200, counts.Show(vendors.Select(vendor => vendor.Name))));
        routes.MapPost("/_sandbox/reset", (HttpContext context) =>
        {
            foreach (var vendor in vendors) vendor.Reset();
            counts.Clear();
            return context.Response.WriteJsonAsync(200, new JsonObject { ["reset"] = true });
        });
        routes.MapGet("/_sandbox/settings", (HttpContext context) => ShowSettings(context, vendors));
        routes.MapPost("/_sandbox/settings", async (HttpContext context) =>
        {
            Configure(await context.Request.ReadControlAsync(), vendors);
            await ShowSettings(context, vendors);
        });
    }

    private static JsonObject Welcome(IReadOnlyList<IVendor> vendors) => new()
    {
        ["sandbox"] = new JsonArray([.. vendors.Select(vendor => JsonValue.Create(vendor.Name))]),
        ["controls"] = new JsonArray("/_sandbox/ledger", "/_sandbox/calls", "/_sandbox/faults", "/_sandbox/clock",
            "/_sandbox/settings", "/_sandbox/reset")
    };

    private static void Configure(JsonObject body, IReadOnlyList<IVendor> vendors)
    {
        body.AllowOnly([.. vendors.Select(vendor => vendor.Name)]);
        foreach (var vendor in vendors)
            if (body[vendor.Name] is JsonObject settings) vendor.Configure(settings);
    }

    private static Task ShowSettings(HttpContext context, IReadOnlyList<IVendor> vendors) =>
        context.Response.WriteJsonAsync(200, OfEach(vendors, vendor => vendor.Settings()));

    private static JsonObject OfEach(IReadOnlyList<IVendor> vendors, Func<IVendor, JsonNode> read) =>
        new(vendors.Select(vendor => KeyValuePair.Create(vendor.Name, (JsonNode?)read(vendor))));
}

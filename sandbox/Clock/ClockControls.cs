using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Clock;

/// <summary>GET and POST /_sandbox/clock.</summary>
internal static class ClockControls
{
    public static void Map(IEndpointRouteBuilder routes, SandboxClock clock)
    {
        routes.MapGet("/_sandbox/clock", (HttpContext context) => context.Response.WriteJsonAsync(200, Show(clock)));
        routes.MapPost("/_sandbox/clock", async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            body.AllowOnly("advanceSeconds");
            var seconds = body.Need<long?>("advanceSeconds")!.Value;
            if (seconds < 0) throw new ControlException("The clock moves forward only: advanceSeconds must not be negative.");
            clock.Advance(TimeSpan.FromSeconds(seconds));
            await context.Response.WriteJsonAsync(200, Show(clock));
        });
    }

    private static JsonObject Show(SandboxClock clock) => new()
    {
        ["now"] = clock.GetUtcNow().ToString("O"),
        ["unix"] = clock.UnixSeconds,
        ["offsetSeconds"] = (long)clock.Offset.TotalSeconds
    };
}

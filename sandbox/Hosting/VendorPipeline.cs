using System.Text.Json.Nodes;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.State;

namespace Isthmus.Sandbox.Hosting;

/// <summary>Every request passes here: control errors become JSON, vendor calls are counted and meet their faults.</summary>
internal sealed class VendorPipeline(
    IReadOnlyList<IVendor> vendors, CallCounts counts, FaultMiddleware faults, ChangeSignal changes)
{
    private readonly Dictionary<string, IVendor> bySegment =
        vendors.SelectMany(vendor => vendor.Segments, (vendor, segment) => (vendor, segment)).ToDictionary(x => x.segment, x => x.vendor);

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            if (VendorCall.Of(context, bySegment) is { } call)
            {
                counts.Add(call.Vendor.Name, Operation(context, call));
                await faults.RunAsync(context, call, next);
            }
            else await next(context);
        }
        catch (ControlException exception)
        {
            await context.Response.WriteJsonAsync(exception.Status, new JsonObject { ["error"] = exception.Message });
        }
        finally
        {
            if (!HttpMethods.IsGet(context.Request.Method)) changes.Touch();
        }
    }

    private static string Operation(HttpContext context, VendorCall call) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern }
            ? $"{context.Request.Method} {VendorCall.Below(call.Vendor, pattern)}"
            : $"{context.Request.Method} (unknown)";
}

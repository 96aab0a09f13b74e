using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Faults;

/// <summary>Makes calls to vendors go wrong on the wire, before or after the vendor did its work.</summary>
internal sealed class FaultMiddleware(FaultPlan plan, TimeProvider time)
{
    /// <summary>
    /// Runs the call with the faults that fit it. Delays are real time: they are for the caller's own timeouts.
    /// </summary>
    public async Task RunAsync(HttpContext context, VendorCall call, RequestDelegate next)
    {
        if (Take(call, FaultKind.Latency) is { } latency) await Task.Delay(latency.Delay, time, context.RequestAborted);
        if (Take(call, FaultKind.DropBefore) is not null) context.Abort();
        else if (Take(call, FaultKind.Status) is { } status) await AnswerAsync(context.Response, call.Vendor, status);
        else if (TakeOfAnswer(call) is { } fault) await SpoilAsync(context, call, fault, next);
        else await next(context);
    }

    private Fault? TakeOfAnswer(VendorCall call) =>
        Take(call, FaultKind.DropAfter) ?? Take(call, FaultKind.StatusAfter)
        ?? Take(call, FaultKind.SlowBody) ?? Take(call, FaultKind.MalformedBody);

    private Fault? Take(VendorCall call, string kind) =>
        plan.TryTake(call.Vendor.Name, kind, call.Subject, call.FullSubject);

    private async Task SpoilAsync(HttpContext context, VendorCall call, Fault fault, RequestDelegate next)
    {
        var wire = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try { await next(context); }
        finally { context.Response.Body = wire; }
        switch (fault.Kind)
        {
            case FaultKind.DropAfter: context.Abort(); break;
            case FaultKind.StatusAfter: await AnswerAsync(context.Response, call.Vendor, fault); break;
            case FaultKind.SlowBody: await SlowAsync(context, buffer.ToArray(), fault.Delay); break;
            default: await CutAsync(context.Response, buffer.ToArray()); break;
        }
    }

    private static async Task AnswerAsync(HttpResponse response, IVendor vendor, Fault fault)
    {
        response.Headers.ContentLength = null;
        if (fault.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString();
        if (vendor.FaultPage(fault.Status, fault.Code) is var (type, page)) await PageAsync(response, fault.Status, type, page);
        else if (vendor.FaultAnswer(fault.Status, fault.Code) is { } body) await response.WriteJsonAsync(fault.Status, body);
        else response.StatusCode = fault.Status;
    }

    private static Task PageAsync(HttpResponse response, int status, string type, byte[] page)
    {
        (response.StatusCode, response.ContentType, response.ContentLength) = (status, type, page.Length);
        return response.Body.WriteAsync(page).AsTask();
    }

    private async Task SlowAsync(HttpContext context, byte[] body, TimeSpan delay)
    {
        var half = body.Length / 2;
        await context.Response.Body.WriteAsync(body.AsMemory(0, half));
        await context.Response.Body.FlushAsync();
        await Task.Delay(delay, time, context.RequestAborted);
        await context.Response.Body.WriteAsync(body.AsMemory(half));
    }

    private static Task CutAsync(HttpResponse response, byte[] body)
    {
        var half = body.AsMemory(0, body.Length / 2);
        response.ContentLength = half.Length;
        return response.Body.WriteAsync(half).AsTask();
    }
}

using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Constant;

/// <summary>One vendor of the constant-answer mode: counts its calls, holds them to the limit, and takes its time.</summary>
internal sealed class ConstantVendor(
    string name, string prefix, Func<HttpContext, Task> answer, SandboxOptions options)
{
    private readonly VendorLimit? limit =
        options.Limit is { } calls && options.Limited(name) ? new(calls, options.Time) : null;

    private long total;
    private long refused;

    public string Name => name;

    public bool Owns(string path) => path.StartsWith(prefix, StringComparison.Ordinal);

    public async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref total);
        if (limit?.TryTake() == false)
        {
            Interlocked.Increment(ref refused);
            context.Response.Headers.RetryAfter = "1";
            await context.Response.WriteJsonAsync(429, new JsonObject { ["code"] = 44, ["message"] = "Too many requests." });
            return;
        }
        if (options.Latency > TimeSpan.Zero) await Task.Delay(options.Latency, options.Time, context.RequestAborted);
        await answer(context);
    }

    /// <summary>All calls, and those of them that were refused.</summary>
    public JsonNode? Show() => new JsonObject
    {
        ["total"] = Interlocked.Read(ref total),
        ["refused"] = Interlocked.Read(ref refused),
    };
}

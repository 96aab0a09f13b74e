using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Isthmus.Agent.Tests.Outbound;

/// <summary>An app as an agent sees it: two addresses, answered as a test wants.</summary>
internal sealed class PlainApp : IAsyncDisposable
{
    private readonly WebApplication web;

    private PlainApp(WebApplication web) => this.web = web;

    /// <summary>What the next questions for work are answered with: a status, or a call's path.</summary>
    public Channel<string> Next { get; } = Channel.CreateUnbounded<string>();

    /// <summary>What the next answers are answered with; 204 when nothing is here.</summary>
    public ConcurrentQueue<int> Taking { get; } = new();

    /// <summary>Answers that came: "request status body".</summary>
    public Channel<string> Answers { get; } = Channel.CreateUnbounded<string>();

    public ConcurrentQueue<string> Seen { get; } = new();

    public Uri Agents => new(web.Urls.First() + "/api/agents");

    public static async Task<PlainApp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = new PlainApp(builder.Build());
        app.web.MapGet("/api/agents/{id}/work", (RequestDelegate)app.GiveAsync);
        app.web.MapPost("/api/agents/{id}/answers/{request}", (RequestDelegate)app.TakeAsync);
        await app.web.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private async Task GiveAsync(HttpContext context)
    {
        Seen.Enqueue($"{context.Request.Headers.Authorization} {context.Request.Headers["Isthmus-Agent-Instance"]}");
        var next = await Next.Reader.ReadAsync(context.RequestAborted);
        if (int.TryParse(next, out var status))
        {
            context.Response.StatusCode = status;
            return;
        }
        context.Response.Headers["Isthmus-Request-Id"] = "r-" + Seen.Count;
        context.Response.Headers["Isthmus-Method"] = "GET";
        context.Response.Headers["Isthmus-Path"] = next;
        context.Response.Headers["Isthmus-Patience"] = "100";
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        context.Response.StatusCode = Taking.TryDequeue(out var status) ? status : StatusCodes.Status204NoContent;
        Answers.Writer.TryWrite(
            $"{context.Request.RouteValues["request"]} {context.Request.Headers["Isthmus-Status"]} {await body.ReadToEndAsync()}");
    }
}

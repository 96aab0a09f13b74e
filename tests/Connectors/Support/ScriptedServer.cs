using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Isthmus.Connectors.Tests.Support;

/// <summary>A real HTTP server that answers as a test says and remembers what it was asked.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();

    private ScriptedServer(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    /// <summary>The same requests, to be waited for one by one.</summary>
    public Channel<ReceivedRequest> Arrivals { get; } = Channel.CreateUnbounded<ReceivedRequest>();

    /// <summary>Answers what the script does not.</summary>
    public Func<ReceivedRequest, (int Status, string Body)> Otherwise { get; set; } = _ => (200, "{}");

    public static async Task<ScriptedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ScriptedServer(builder.Build());
        server.app.Run(server.HandleAsync);
        await server.app.StartAsync();
        var addresses = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Address = new Uri(addresses.Addresses.First());
        return server;
    }

    public ScriptedServer Then(int status, string body, params (string Name, string Value)[] headers) => Then(async context =>
    {
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await AnswerAsync(context, status, body);
    });

    public ScriptedServer Then(Func<HttpContext, Task> answer)
    {
        script.Enqueue(answer);
        return this;
    }

    /// <summary>Takes the request and breaks the connection: the answer is lost.</summary>
    public ScriptedServer ThenBreak() => Then(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new ReceivedRequest(
            context.Request.Method, context.Request.Path, context.Request.QueryString.Value ?? "",
            Encoding.UTF8.GetString(body.ToArray()),
            context.Request.Headers.ToDictionary(each => each.Key, each => each.Value.ToString()));
        Requests.Enqueue(request);
        Arrivals.Writer.TryWrite(request);
        if (script.TryDequeue(out var answer)) { await answer(context); return; }
        var (status, text) = Otherwise(request);
        await AnswerAsync(context, status, text);
    }

    private static async Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }
}

public sealed record ReceivedRequest(string Method, string Path, string Query, string Body,
    IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) =>
        Headers.FirstOrDefault(each => each.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public static IReadOnlyList<(string Name, string Value)> Pairs(string text) =>
        [.. text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .Select(pair => (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])))];
}

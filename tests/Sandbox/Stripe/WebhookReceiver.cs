using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Isthmus.Sandbox.Tests.Stripe;

/// <summary>Takes webhooks on a free port and hands them to the test.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Channel<Received> received = Channel.CreateUnbounded<Received>();
    private readonly WebApplication app;
    private int refusals;

    private WebhookReceiver(WebApplication app) => this.app = app;

    public string Url => app.Urls.First() + "/hook";

    public static async Task<WebhookReceiver> StartAsync(int refusals = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build()) { refusals = refusals };
        receiver.app.Map("/hook", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public async Task<Received> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await received.Reader.ReadAsync(patience.Token);
    }

    public async Task<IReadOnlyList<Received>> NextAsync(int count)
    {
        var all = new List<Received>();
        while (all.Count < count) all.Add(await NextAsync());
        return all;
    }

    /// <summary>Whether something arrived that no test asked for yet.</summary>
    public bool HasMore => received.Reader.Count > 0;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        context.Response.StatusCode = Interlocked.Decrement(ref refusals) >= 0 ? 503 : 200;
        received.Writer.TryWrite(new Received(body, context.Request.Headers["Stripe-Signature"].ToString()));
    }
}

public sealed record Received(string Body, string Signature)
{
    public JsonNode Event { get; } = JsonNode.Parse(Body)!;
    public string Type => Event["type"]!.GetValue<string>();
    public string Id => Event["id"]!.GetValue<string>();
}

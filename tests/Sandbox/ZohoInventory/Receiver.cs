using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

/// <summary>Takes webhooks on a free port.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly Channel<(string Query, string Type, string Signature, string Body)> received =
        Channel.CreateUnbounded<(string, string, string, string)>();
    private WebApplication app = null!;

    public string Url => app.Urls.First() + "/hook";

    public Queue<int> Statuses { get; } = new();

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        receiver.app = builder.Build();
        receiver.app.MapPost("/hook", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public async Task<(string Query, string Type, string Signature, string Body)> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await received.Reader.ReadAsync(patience.Token);
    }

    public int Waiting => received.Reader.Count;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        context.Response.StatusCode = Statuses.TryDequeue(out var status) ? status : 200;
        await received.Writer.WriteAsync((context.Request.QueryString.Value ?? "", context.Request.ContentType ?? "",
            context.Request.Headers["X-Zoho-Webhook-Signature"].ToString(), body));
    }
}

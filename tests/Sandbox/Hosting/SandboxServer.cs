using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Isthmus.Sandbox.Tests.Hosting;

/// <summary>A sandbox of the test's own, on a free port.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private SandboxServer(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Http { get; }

    public static async Task<SandboxServer> StartAsync(params string[] args)
    {
        var app = SandboxApp.Build(args, options =>
        {
            options.Url = "http://127.0.0.1:0";
            options.Seed ??= 7;
        });
        await app.StartAsync();
        return new SandboxServer(app);
    }

    public async Task<JsonNode> GetAsync(string path) => (await Http.GetFromJsonAsync<JsonNode>(path))!;

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body);
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {answer}");
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

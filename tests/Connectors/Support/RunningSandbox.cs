using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Support;

/// <summary>The vendors' stand-ins in this process, on a free port. They share no code with the connectors.</summary>
public sealed class RunningSandbox : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient controls = new();

    private RunningSandbox(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    public static async Task<RunningSandbox> StartAsync()
    {
        var sandbox = new RunningSandbox(SandboxApp.Build([], options => options.Url = "http://127.0.0.1:0"));
        await sandbox.app.StartAsync();
        var server = sandbox.app.Services.GetRequiredService<IServer>();
        sandbox.Address = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return sandbox;
    }

    public async Task<JsonElement> ControlAsync(string path, object body)
    {
        using var answer = await controls.PostAsJsonAsync(new Uri(Address, $"/_sandbox/{path}"), body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    public async Task<JsonElement> LookAsync(string path) =>
        await controls.GetFromJsonAsync<JsonElement>(new Uri(Address, $"/_sandbox/{path}"));

    public Task FaultAsync(string vendor, string kind, string match, int count = 1, int status = 500) =>
        ControlAsync("faults", new { vendor, kind, match, count, status, retryAfterSeconds = 0 });

    public async Task<int> CallsAsync(string vendor)
    {
        var calls = (await LookAsync("calls")).GetProperty(vendor);
        return calls.EnumerateObject().Where(each => each.Value.ValueKind == JsonValueKind.Number).Sum(each => each.Value.GetInt32());
    }

    public async ValueTask DisposeAsync()
    {
        controls.Dispose();
        await app.DisposeAsync();
    }
}

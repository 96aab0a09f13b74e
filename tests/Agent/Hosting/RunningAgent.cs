using System.Net.Http.Headers;
using Isthmus.Agent.Boi;
using Isthmus.Agent.Hosting;
using Isthmus.Agent.Tests.Boi.Fake;
using Isthmus.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;

namespace Isthmus.Agent.Tests.Hosting;

/// <summary>The agent as a program, listening, over plain objects in place of COM's.</summary>
internal sealed class RunningAgent : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClientHandler network = new() { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
    private WebApplication? app;

    public HttpClient Http { get; private set; } = null!;

    public string FileOf(string name) => Path.Combine(folder.Path, name);

    public static async Task<RunningAgent> StartAsync(Action<RunningAgent> prepare, params Func<RunningAgent, string>[] settings)
    {
        var running = new RunningAgent();
        File.WriteAllText(running.FileOf("first-key"), "key-one\n");
        prepare(running);
        string[] args =
        [
            @"--Sage:Home=\\erp01\Home", "--Sage:User=zsync", "--Sage:Password=file:" + running.FileOf("first-key"), "--Sage:Companies:0=ABC",
            "--Sage:TimeZone=America/Los_Angeles", "--Inbound:Keys:0=file:" + running.FileOf("first-key"),
            .. settings.Select(setting => setting(running)),
        ];
        var options = new SageHostOptions { Home = "home", User = "zsync", Password = "env:PATH", Companies = ["ABC"], TimeZone = "UTC" };
        running.app = AgentApp.Build(
            args, new ComBusinessObjects(options, new FakeSage(), TimeProvider.System, NullLogger<ComBusinessObjects>.Instance));
        await running.app.StartAsync();
        running.Http = new HttpClient(running.network) { BaseAddress = new Uri(running.app.Urls.First()) };
        running.Carry("key-one");
        return running;
    }

    public void Carry(string? key) =>
        Http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (app is not null) await app.DisposeAsync();
        folder.Dispose();
    }
}

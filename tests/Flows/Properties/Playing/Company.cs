using Isthmus.Flows.Tests.Support;
using Isthmus.Sandbox.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>The app and the vendors for one history, in hurried time.</summary>
internal sealed class Company : IAsyncDisposable
{
    private const int Speed = 40;
    private readonly WebApplication sandbox;

    private Company(WebApplication sandbox, World world, HeardLog log) => (this.sandbox, World, Log) = (sandbox, world, log);

    public World World { get; }

    public HeardLog Log { get; }

    public static async Task<Company> OpenAsync(History history)
    {
        var time = new HurriedTime(Speed);
        var log = new HeardLog();
        var sandbox = SandboxApp.Build(["--url", "http://127.0.0.1:0", "--seed", "7"], options => options.Time = time);
        await sandbox.StartAsync();
        var world = await World.StartBesideAsync(sandbox, null, Furnish, Settings(history));
        await world.StockAsync([.. Catalogue.Stocked]);
        return new Company(sandbox, world, log);

        void Furnish(FunctionsApplicationBuilder app)
        {
            app.Services.AddSingleton<TimeProvider>(time);
            app.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Information);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    /// <summary>Patience in hurried time is short; timeouts are long, because a busy machine must not look like a broken vendor.</summary>
    private static (string, string)[] Settings(History history) =>
    [
        ("Isthmus:OrderToCash:HoldAbove", $"{history.HoldAbove}"),
        ("Isthmus:OrderToCash:PartialCapture", history.HoldPartial ? "hold" : "adjust"),
        ("Isthmus:Failures:LongestDelay", "00:00:02"),
        .. new[] { "stripe", "zoho-inventory", "sage-100" }.SelectMany(vendor => new[]
        {
            ($"Isthmus:Connections:{vendor}:Limits:TryTimeout", "00:10:00"),
            ($"Isthmus:Connections:{vendor}:Limits:TotalTimeout", "01:00:00"),
        }),
    ];
}

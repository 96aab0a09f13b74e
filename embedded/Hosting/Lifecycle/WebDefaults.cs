using Isthmus.Embedded.Hosting.Logging;
using Isthmus.Embedded.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Isthmus.Embedded.Hosting.Lifecycle;

/// <summary>What an app has before its own code adds anything.</summary>
internal static class WebDefaults
{
    private const string Url = "http://localhost:7071";
    private const long LargestBodyBytes = 100 * 1024 * 1024;

    public static WebApplicationBuilder CreateWebBuilder(string[] args)
    {
        var web = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot(args) });
        AddSettings(web);
        web.Logging.UseHostLog(web.Configuration);
        web.Services.TryAddSingleton(TimeProvider.System);
        web.Services.AddMvcCore();
        web.Services.AddRouting();
        web.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        web.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBodyBytes;
        });
        return web;
    }

    private static string ContentRoot(string[] args)
    {
        var chosen = new ConfigurationBuilder().AddCommandLine(args).Build()["contentRoot"];
        if (chosen is not null) return Path.GetFullPath(chosen);
        var current = Directory.GetCurrentDirectory();
        return File.Exists(Path.Combine(current, "host.json")) ? current : AppContext.BaseDirectory;
    }

    /// <summary>
    /// host.json lowest, then local.settings.json, then whatever the builder has: appsettings, environment, arguments.
    /// </summary>
    private static void AddSettings(WebApplicationBuilder web)
    {
        var root = web.Environment.ContentRootPath;
        var host = new ConfigurationBuilder().AddJsonFile(Path.Combine(root, "host.json"), optional: true).Build();
        var sources = web.Configuration.Sources;
        sources.Insert(0, Prefixed(host, "AzureFunctionsJobHost:"));
        sources.Insert(1, Prefixed(host.GetSection("logging"), "Logging:"));
        sources.Insert(2, Memory(new()
        {
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
            // A start that fails is told by who started it; this category would tell it a second time, with the stack.
            ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
            ["urls"] = Url,
        }));
        sources.Insert(3, Memory(LocalSettings.Read(root)));
    }

    private static MemoryConfigurationSource Prefixed(IConfiguration from, string prefix) => Memory(
        from.AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null).ToDictionary(pair => prefix + pair.Key, pair => pair.Value));

    private static MemoryConfigurationSource Memory(Dictionary<string, string?> values) =>
        new() { InitialData = values };
}

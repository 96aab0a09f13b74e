using Isthmus.Embedded.Hosting.Lifecycle;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Isthmus.Embedded.Hosting;

/// <summary>Starts an app inside a test's process: on a free port, with a state folder and a clock of its own.</summary>
internal static class EmbeddedHost
{
    /// <summary>
    /// Starts the app that <paramref name="configure"/> puts together; it sets <see cref="HostProperties.FunctionTypes"/> or
    /// <see cref="HostProperties.FunctionAssemblies"/>. A start that is refused throws. Stop it with <c>StopAsync</c> or
    /// <c>CrashAsync</c>;
    /// a second app may then be started on the same folder.
    /// </summary>
    public static async Task<LocalHost> StartAsync(
        string home, Action<FunctionsApplicationBuilder> configure, TimeProvider? time = null, params string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", .. args]);
        builder.Configuration["AzureWebJobsStorage"] = $"IsthmusHome={home}";
        if (time is not null) builder.Services.Replace(ServiceDescriptor.Singleton(time));
        configure(builder);
        var host = (LocalHost)builder.Build();
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }
}

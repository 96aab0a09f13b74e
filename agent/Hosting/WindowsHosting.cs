using System.Diagnostics;
using System.Security;
using Microsoft.Extensions.Logging.EventLog;

namespace Isthmus.Agent.Hosting;

/// <summary>
/// What is different where the agent runs as a Windows service: who starts and stops it, and where it says what it has to say.
/// </summary>
internal static class WindowsHosting
{
    public const string ServiceName = "IsthmusSageAgent";

    /// <summary>Says that the service manager starts the program.</summary>
    public const string Argument = "--service";

    public static void AddWindowsService(this WebApplicationBuilder builder, bool asService)
    {
        if (!asService || !OperatingSystem.IsWindows()) return;
        builder.Services.AddSingleton<IHostLifetime, WindowsService>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(2));
        builder.Logging.AddEventLog(new EventLogSettings { SourceName = ServiceName });
    }

    /// <summary>Says why there is no agent, where people look: a service has no console.</summary>
    public static async Task RefuseAsync(string reason, bool asService)
    {
        await Console.Error.WriteLineAsync(reason);
        if (!asService || !OperatingSystem.IsWindows()) return;
        try { EventLog.WriteEntry(ServiceName, reason, EventLogEntryType.Error); }
        catch (Exception failed) when (failed is SecurityException or InvalidOperationException)
        {
            // The log does not know the source, and the service may not add it; the exit code still tells that it did not start.
        }
    }
}

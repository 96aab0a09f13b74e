using Isthmus.Embedded.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>Puts the host's log in the place of the framework's console.</summary>
internal static class HostLogging
{
    private const string Folder = "logs";
    private const string Name = "app.jsonl";

    /// <summary>
    /// Files are written unless host.json says <c>"fileLoggingMode": "never"</c>; terminals get short lines in any case.
    /// </summary>
    public static void UseHostLog(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders();
        logging.Services.AddSingleton<ILoggerProvider>(services => new HostLog(
            new LogWriter(File(configuration), Console.Out, TimeZoneInfo.Local), services.GetRequiredService<TimeProvider>()));
    }

    private static RollingFile? File(IConfiguration configuration)
    {
        if (string.Equals(configuration["Logging:fileLoggingMode"], "never", StringComparison.OrdinalIgnoreCase)) return null;
        var options = configuration.GetSection("Logging:File").Get<LogFileOptions>() ?? new LogFileOptions();
        try
        {
            var path = Path.Combine(StateFolder.Of(configuration, "AzureWebJobsStorage"), Folder, Name);
            return new RollingFile(path, options.Megabytes * 1024L * 1024L, options.Files);
        }
        catch (FormatException)
        {
            // The start is refused for it, with a message of its own.
            return null;
        }
    }
}

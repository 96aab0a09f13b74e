using System.Globalization;
using Isthmus.Embedded.Durable;
using Isthmus.Embedded.Hosting.Discovery;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Embedded.Hosting.Settings;

/// <summary>Reads host.json; settings named <c>AzureFunctionsJobHost__...</c> stand above it, as they do in Azure.</summary>
internal static class HostFile
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

    public static HostSettings Read(IConfiguration app, Problems problems)
    {
        var host = app.GetSection("AzureFunctionsJobHost");
        var queues = Bind<QueueSettings>(host, "extensions:queues", problems);
        if (queues.BatchSize is < 1 or > 32)
            problems.Add($"host.json: extensions.queues.batchSize is {queues.BatchSize}; give 1 to 32.");
        if (queues.MaxDequeueCount < 1)
            problems.Add($"host.json: extensions.queues.maxDequeueCount is {queues.MaxDequeueCount}; give at least 1.");
        return new HostSettings(
            Timeout(host["functionTimeout"], problems),
            (host["extensions:http:routePrefix"] ?? "api").Trim('/'),
            queues,
            ReadDurable(host, problems));
    }

    private static T Bind<T>(IConfiguration host, string section, Problems problems) where T : new()
    {
        try
        {
            return host.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException failure)
        {
            problems.Add($"host.json: {failure.Message}");
            return new T();
        }
    }

    private static TimeSpan? Timeout(string? text, Problems problems)
    {
        if (text is null) return DefaultTimeout;
        if (text == "-1") return null;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout) && timeout > TimeSpan.Zero) return timeout;
        problems.Add($"host.json: functionTimeout is '{text}'; give a time such as 00:05:00, or -1 for none.");
        return null;
    }

    private static DurableEngineOptions ReadDurable(IConfiguration host, Problems problems)
    {
        var written = Bind<DurableSettings>(host, "extensions:durableTask", problems);
        var options = new DurableEngineOptions();
        return options with
        {
            HubName = written.HubName ?? options.HubName,
            DefaultVersion = written.DefaultVersion ?? options.DefaultVersion,
            VersionMatchStrategy = written.VersionMatchStrategy ?? options.VersionMatchStrategy,
            VersionFailureStrategy = written.VersionFailureStrategy ?? options.VersionFailureStrategy,
            MaxConcurrentActivities = written.MaxConcurrentActivityFunctions ?? options.MaxConcurrentActivities,
            MaxConcurrentOrchestrators = written.MaxConcurrentOrchestratorFunctions ?? options.MaxConcurrentOrchestrators,
        };
    }

    private sealed record DurableSettings
    {
        public string? HubName { get; init; }

        public string? DefaultVersion { get; init; }

        public VersionMatchStrategy? VersionMatchStrategy { get; init; }

        public VersionFailureStrategy? VersionFailureStrategy { get; init; }

        public int? MaxConcurrentActivityFunctions { get; init; }

        public int? MaxConcurrentOrchestratorFunctions { get; init; }
    }
}

using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace Isthmus.Embedded.Durable;

/// <summary>Settings of the engine: host.json's <c>extensions.durableTask</c>.</summary>
internal sealed record DurableEngineOptions
{
    /// <summary>The task hub's name.</summary>
    public string HubName { get; init; } = "TestHubName";

    /// <summary>The version of instances and sub-orchestrations that are started without one; empty: none.</summary>
    public string DefaultVersion { get; init; } = "";

    /// <summary>Which instances this program may run, by their version.</summary>
    public VersionMatchStrategy VersionMatchStrategy { get; init; } = VersionMatchStrategy.CurrentOrOlder;

    /// <summary>What becomes of an instance that it may not run.</summary>
    public VersionFailureStrategy VersionFailureStrategy { get; init; } = VersionFailureStrategy.Reject;

    /// <summary>Activities that run at the same time.</summary>
    public int MaxConcurrentActivities { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>Orchestrators whose code runs at the same time.</summary>
    public int MaxConcurrentOrchestrators { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>
    /// Orchestrations kept in memory between events; the one idle longest makes room and is replayed when needed.
    /// </summary>
    public int MaxCachedOrchestrations { get; init; } = 1024;

    /// <summary>Longer timers are cut into pieces of this length, as the worker does.</summary>
    public TimeSpan MaximumTimerInterval { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Turns inputs and outputs into text.</summary>
    public DataConverter DataConverter { get; init; } = JsonDataConverter.Default;
}

/// <summary>Which instances may run, compared with <see cref="DurableEngineOptions.DefaultVersion"/>.</summary>
internal enum VersionMatchStrategy
{
    /// <summary>All.</summary>
    None,

    /// <summary>Those of exactly the version.</summary>
    Strict,

    /// <summary>Those of the version or an older one.</summary>
    CurrentOrOlder,
}

/// <summary>What becomes of an instance whose version may not run.</summary>
internal enum VersionFailureStrategy
{
    /// <summary>It waits for a program that may run it.</summary>
    Reject,

    /// <summary>It fails.</summary>
    Fail,
}

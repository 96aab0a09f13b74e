using Isthmus.Embedded.Durable;

namespace Isthmus.Embedded.Hosting.Settings;

/// <summary>What host.json says, with the defaults of the Functions host.</summary>
internal sealed record HostSettings(
    TimeSpan? FunctionTimeout, string RoutePrefix, QueueSettings Queues, DurableEngineOptions Durable);

/// <summary>host.json's <c>extensions.queues</c>.</summary>
internal sealed record QueueSettings
{
    /// <summary>Messages taken at a time, 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>
    /// The next are taken when no more than this many are being worked on; null: half of <see cref="BatchSize"/>.
    /// </summary>
    public int? NewBatchThreshold { get; init; }

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>How long a message rests after a failure.</summary>
    public TimeSpan VisibilityTimeout { get; init; }

    /// <summary>Read for its errors only: the embedded queues wake their listeners.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How the text of a message holds its body.</summary>
    public QueueEncoding MessageEncoding { get; init; } = QueueEncoding.Base64;
}

/// <summary>How the text of a message holds its body.</summary>
internal enum QueueEncoding
{
    /// <summary>As UTF-8 bytes in Base64.</summary>
    Base64,

    /// <summary>As it is.</summary>
    None,
}

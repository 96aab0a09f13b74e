using Microsoft.Extensions.Logging;

namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>One thing that was logged, masked.</summary>
/// <param name="At">When.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Category">Who says so.</param>
/// <param name="Event">The event's number and name.</param>
/// <param name="Message">In words.</param>
internal sealed record LogLine(DateTimeOffset At, LogLevel Level, string Category, EventId Event, string Message)
{
    /// <summary>The message's values and what the calls around it gave, by name.</summary>
    public required IReadOnlyDictionary<string, object?> Fields { get; init; }

    /// <summary>The run that it belongs to: the orchestration's instance id; null where there is none.</summary>
    public string? Run { get; init; }

    /// <summary>What went wrong, outermost first; empty where nothing did.</summary>
    public IReadOnlyList<LoggedError> Errors { get; init; } = [];

    /// <summary>The level in one word for people.</summary>
    public string LevelWord => Level switch
    {
        LogLevel.Information => "info",
        _ => Level.ToString().ToLowerInvariant(),
    };
}

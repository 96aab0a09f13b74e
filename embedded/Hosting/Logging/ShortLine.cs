using System.Globalization;

namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>A line for a terminal: clock, level, run, message, and what kind of error it was.</summary>
internal static class ShortLine
{
    public static string Of(LogLine line, TimeZoneInfo zone)
    {
        var clock = TimeZoneInfo.ConvertTime(line.At, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var run = line.Run is { } id && !line.Message.Contains(id, StringComparison.Ordinal) ? id + ": " : "";
        var error = line.Errors.Count == 0 ? "" : $" ({Told(line.Errors[0])})";
        return $"{clock} {line.LevelWord,-11} {run}{line.Message.ReplaceLineEndings(" ")}{error}";
    }

    private static string Told(LoggedError error)
    {
        var type = error.Type[(error.Type.LastIndexOf('.') + 1)..];
        return error.Message is null ? type : $"{type}: {error.Message.ReplaceLineEndings(" ")}";
    }
}

using System.Net.Sockets;
using Azure;
using Microsoft.Data.Sqlite;

namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>An exception without what it may tell about somebody.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Message">Its message, masked; null where nothing vouches for what such messages hold.</param>
/// <param name="Stack">Where it came from.</param>
internal sealed record LoggedError(string Type, string? Message, string? Stack)
{
    private const int Deepest = 5;

    /// <summary>The exception and those inside it.</summary>
    public static IReadOnlyList<LoggedError> Of(Exception? exception)
    {
        var errors = new List<LoggedError>();
        for (var e = exception; e is not null && errors.Count < Deepest; e = e.InnerException)
            errors.Add(new LoggedError(e.GetType().FullName!, IsHarmless(e) ? Masking.Apply(e.Message) : null, e.StackTrace));
        return errors;
    }

    /// <summary>
    /// Messages of our own exceptions hold no personal value by rule, those of the system none by nature. Others quote what they
    /// could not read or find.
    /// </summary>
    private static bool IsHarmless(Exception e) =>
        e is IOException or SocketException or HttpRequestException or SqliteException or TimeoutException or OperationCanceledException
            or UnauthorizedAccessException or RequestFailedException or ObjectDisposedException
        || e.GetType().Namespace?.StartsWith("Isthmus.", StringComparison.Ordinal) == true;
}

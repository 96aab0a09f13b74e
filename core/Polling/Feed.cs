using System.Text.Json;

namespace Isthmus.Core.Polling;

/// <summary>Records of one kind that a system tells of only when it is asked.</summary>
/// <param name="Connection">The system.</param>
/// <param name="Name">The kind; the checkpoint's name.</param>
/// <param name="Overlap">How far each poll looks back behind the checkpoint, because stamps are coarse and clocks differ.</param>
public sealed record Feed(string Connection, string Name, TimeSpan Overlap)
{
    /// <summary>How far back the first poll looks; null, the default, for everything.</summary>
    public TimeSpan? FirstLook { get; init; }

    /// <summary>Records changed since a moment, inclusive; all of them where it is null.</summary>
    public required Func<DateTimeOffset?, CancellationToken, IAsyncEnumerable<JsonElement>> Read { get; init; }

    /// <summary>
    /// Takes a page safely, so that a crash after it loses nothing. The overlap brings records again: what is known counts as
    /// unchanged.
    /// </summary>
    public required Func<IReadOnlyList<JsonElement>, CancellationToken, Task<PollCounts>> TakeAsync { get; init; }
}

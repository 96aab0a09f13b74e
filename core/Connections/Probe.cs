namespace Isthmus.Core.Connections;

/// <summary>
/// Marks what runs inside it as a look at the connection itself: its calls go out although the connection is paused, and its
/// secrets are read afresh.
/// </summary>
public static class Probe
{
    private static readonly AsyncLocal<bool> Marked = new();

    /// <summary>True inside a probe.</summary>
    public static bool UnderWay => Marked.Value;

    /// <summary>Runs the look as a probe.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> look)
    {
        Marked.Value = true;
        return await look();
    }
}

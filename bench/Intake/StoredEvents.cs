using Isthmus.Embedded.Storage;

namespace Isthmus.Bench.Intake;

/// <summary>Looks into the state file itself, beside the running app or after it.</summary>
internal static class StoredEvents
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Events in the inbox.</summary>
    public static int Count(string home) =>
        Read(home, "SELECT count(*) FROM azure_entities WHERE partition = 'stripe' AND row LIKE 'evt%'");

    /// <summary>Completes when no event waits to be routed.</summary>
    public static async Task RoutedAsync(string home)
    {
        while (Read(home, "SELECT count(*) FROM azure_messages") > 0) await Task.Delay(Pause, TimeProvider.System);
    }

    private static int Read(string home, string query)
    {
        using var session = new StoreSession(Path.Combine(home, "state.db"), readOnly: true);
        return Convert.ToInt32(session.Scalar(query), System.Globalization.CultureInfo.InvariantCulture);
    }
}

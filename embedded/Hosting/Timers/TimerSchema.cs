namespace Isthmus.Embedded.Hosting.Timers;

/// <summary>When each monitored timer ran last. Times are UTC ticks.</summary>
internal static class TimerSchema
{
    public static IEnumerable<string> Statements =>
    [
        """
        CREATE TABLE IF NOT EXISTS timer_status (
          name TEXT PRIMARY KEY, last INTEGER NOT NULL, next INTEGER NOT NULL, updated INTEGER NOT NULL) WITHOUT ROWID
        """,
    ];
}

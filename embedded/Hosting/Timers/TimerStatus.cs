using Isthmus.Embedded.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Embedded.Hosting.Timers;

/// <summary>Keeps in the store when a timer ran and when it should run next.</summary>
internal sealed class TimerStatus(EmbeddedStore store, string name)
{
    public ScheduleStatus? Read() => store.Read(session => session.Query(
        "SELECT last, next, updated FROM timer_status WHERE name = $1",
        row => new ScheduleStatus { Last = Utc(row.GetInt64(0)), Next = Utc(row.GetInt64(1)), LastUpdated = Utc(row.GetInt64(2)) },
        name)).FirstOrDefault();

    public Task WriteAsync(ScheduleStatus status) => store.WriteAsync(session => session.Execute(
        "INSERT OR REPLACE INTO timer_status (name, last, next, updated) VALUES ($1, $2, $3, $4)",
        name, status.Last.Ticks, status.Next.Ticks, status.LastUpdated.Ticks));

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}

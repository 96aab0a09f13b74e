namespace Isthmus.Connectors.Http;

/// <summary>
/// The runs of which a step began at the connection in the last two minutes; where thousands begin, the latest of them. Not safe
/// by itself.
/// </summary>
internal sealed class RunsUnderWay
{
    private const int Most = 4_096;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, DateTimeOffset> latest = new(StringComparer.Ordinal);
    private readonly Queue<(string Run, DateTimeOffset At)> order = new();

    public bool Contains(string run, DateTimeOffset now) => latest.TryGetValue(run, out var at) && now - at <= Memory;

    public void Note(string run, DateTimeOffset now)
    {
        while (order.TryPeek(out var oldest) && (order.Count >= Most || now - oldest.At > Memory))
        {
            order.Dequeue();
            if (latest.TryGetValue(oldest.Run, out var at) && at == oldest.At) latest.Remove(oldest.Run);
        }
        latest[run] = now;
        order.Enqueue((run, now));
    }
}

namespace Isthmus.Connectors.Http;

/// <summary>
/// The turns of those who were told to come back: one after the other at the pace of the connection, so that they come when it
/// can take them and not all at once. Not safe by itself: <see cref="CallGate"/> asks under its lock.
/// </summary>
internal sealed class Turns
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, DateTimeOffset> due = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset Due)> order = new();

    public int Count => due.Count;

    /// <summary>When the last of them is due.</summary>
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    public void Give(string key, DateTimeOffset at)
    {
        due[key] = Last = at;
        order.Enqueue((key, at));
    }

    /// <summary>True for one that was told to come back; its turn is used up.</summary>
    public bool Use(string key) => due.Remove(key);

    /// <summary>Forgets those who never came.</summary>
    public void Forget(DateTimeOffset now)
    {
        while (order.TryPeek(out var oldest) && oldest.Due + Grace < now)
        {
            order.Dequeue();
            if (due.TryGetValue(oldest.Key, out var at) && at == oldest.Due) due.Remove(oldest.Key);
        }
    }
}

using System.Collections.Concurrent;

namespace Isthmus.Connectors.Http;

/// <summary>
/// Remembers for an hour what seldom changes; many who ask at once cause one call. What failed is not remembered.
/// </summary>
internal sealed class KeptForAnHour<T>(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Entry> kept = new(StringComparer.OrdinalIgnoreCase);

    public async Task<T> GetAsync(string key, Func<Task<T>> read, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var entry = kept.AddOrUpdate(key, _ => Start(read, now), (_, old) => Usable(old, now) ? old : Start(read, now));
        return await entry.Value.WaitAsync(cancellation);
    }

    private static bool Usable(Entry entry, DateTimeOffset now) =>
        entry.Until > now && entry.Value is { IsFaulted: false, IsCanceled: false };

    private static Entry Start(Func<Task<T>> read, DateTimeOffset now) => new(Task.Run(read), now + Life);

    private readonly record struct Entry(Task<T> Value, DateTimeOffset Until);
}

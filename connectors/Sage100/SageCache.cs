using System.Collections.Concurrent;

namespace Isthmus.Connectors.Sage100;

/// <summary>Remembers for an hour what seldom changes; many who ask at once cause one call. What failed is not remembered.</summary>
internal sealed class SageCache<T>(TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (Task<T> Value, DateTimeOffset Until)> kept = new(StringComparer.OrdinalIgnoreCase);

    public async Task<T> GetAsync(string key, Func<Task<T>> read, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var entry = kept.AddOrUpdate(key, _ => (Start(read), now + Life), (_, old) => Usable(old, now) ? old : (Start(read), now + Life));
        return await entry.Value.WaitAsync(cancellation);
    }

    private static bool Usable((Task<T> Value, DateTimeOffset Until) entry, DateTimeOffset now) =>
        entry.Until > now && entry.Value is { IsFaulted: false, IsCanceled: false };

    private static Task<T> Start(Func<Task<T>> read) => Task.Run(read);
}

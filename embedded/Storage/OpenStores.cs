namespace Isthmus.Embedded.Storage;

/// <summary>The stores that this process has open, one a folder, with how many owners hold each.</summary>
internal static class OpenStores
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Held> Open = new(StringComparer.Ordinal);

    public static EmbeddedStore Take(string home, TimeProvider? time) => Hold(home, time, owner: true);

    public static EmbeddedStore Join(string home) => Hold(home, null, owner: false);

    public static Task ReleaseAsync(EmbeddedStore store)
    {
        lock (Gate)
        {
            if (!Open.TryGetValue(store.Home, out var held) || held.Store != store) return Task.CompletedTask;
            // What was left of a crashed app may hold the store open; whoever starts next must not join one that refuses.
            if (--held.Owners > 0 && !store.Refuses) return Task.CompletedTask;
            store.Closing = true;
            return held.Closing ??= Task.Run(() => CloseAsync(held));
        }
    }

    private static EmbeddedStore Hold(string home, TimeProvider? time, bool owner)
    {
        home = Path.TrimEndingDirectorySeparator(Path.GetFullPath(home));
        while (true)
        {
            Task closing;
            lock (Gate)
            {
                if (!Open.TryGetValue(home, out var held))
                {
                    // A store that a client opened has the process itself as its first owner, so that it is never closed under
                    // it.
                    Open[home] = held = new Held(new EmbeddedStore(home, time)) { Owners = 1 };
                    if (!owner) AppDomain.CurrentDomain.ProcessExit += (_, _) => ReleaseAsync(held.Store).Wait();
                    return held.Store;
                }
                if (held.Closing is null)
                {
                    if (owner) held.Owners++;
                    Agree(held.Store, time);
                    return held.Store;
                }
                closing = held.Closing;
            }
            closing.Wait();
        }
    }

    private static void Agree(EmbeddedStore store, TimeProvider? time)
    {
        if (time is null || time == store.ChosenTime) return;
        if (store.ChosenTime is not null)
            throw new InvalidOperationException($"The store in '{store.Home}' is open with another clock.");
        store.ChosenTime = time;
    }

    private static async Task CloseAsync(Held held)
    {
        try { await held.Store.CloseAsync(); }
        finally { lock (Gate) Open.Remove(held.Store.Home); }
    }

    private sealed class Held(EmbeddedStore store)
    {
        public EmbeddedStore Store { get; } = store;

        public int Owners { get; set; }

        public Task? Closing { get; set; }
    }
}

using System.Collections.Concurrent;

namespace Isthmus.Embedded.Storage;

/// <summary>
/// The one durable store of a local Isthmus: a SQLite file in write-ahead mode with <c>synchronous=FULL</c>. All writes go
/// through one writer, which commits what many callers asked for in one transaction and answers each only after the commit.
/// </summary>
internal sealed class EmbeddedStore : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> parts = new();
    private readonly FileStream processLock;
    private readonly StoreWriter writer;
    private readonly StoreReaders readers;

    internal EmbeddedStore(string home, TimeProvider? time)
    {
        Home = home;
        ChosenTime = time;
        processLock = StoreLock.Take(home);
        try
        {
            var file = Path.Combine(home, "state.db");
            readers = new StoreReaders(file);
            writer = new StoreWriter(home, file, readers);
        }
        catch
        {
            processLock.Dispose();
            throw;
        }
    }

    /// <summary>The folder that holds the state.</summary>
    public string Home { get; }

    /// <summary>
    /// The clock of everything that lives in this store. Ask for it each time: an owner that joins later may choose it.
    /// </summary>
    public TimeProvider Time => ChosenTime ?? TimeProvider.System;

    /// <summary>The clock that an owner asked for; null while nobody has.</summary>
    internal TimeProvider? ChosenTime { get; set; }

    /// <summary>Why the last write was refused by the disk; null when it was not.</summary>
    public string? Trouble => writer.Trouble;

    /// <summary>Told when writes begin to be refused, with the reason, and with null when they succeed again.</summary>
    public event Action<string?>? TroubleChanged
    {
        add => writer.TroubleChanged += value;
        remove => writer.TroubleChanged -= value;
    }

    /// <summary>What a test lets go wrong with writes; null in every program.</summary>
    internal IWriteFaults? Faults { get; set; }

    /// <summary>Opens the store of a folder, or joins it where this process has it open already. Dispose once per call.</summary>
    /// <exception cref="StoreInUseException">Another process has the folder.</exception>
    /// <exception cref="StoreVersionException">The folder holds the state of another version of the program.</exception>
    public static EmbeddedStore Open(string home, TimeProvider? time = null) => OpenStores.Take(home, time);

    /// <summary>
    /// The store of a folder for clients that are never disposed: the one that an owner has open, or else one that stays open as
    /// long as the process lives. Ask for it at every use.
    /// </summary>
    public static EmbeddedStore Join(string home) => OpenStores.Join(home);

    /// <summary>Runs <paramref name="work"/> in the writer's next transaction; completes after the commit is on disk.</summary>
    /// <exception cref="StoreUnavailableException">
    /// The commit failed (disk full, file gone). Nothing of the work is stored.
    /// </exception>
    public Task<T> WriteAsync<T>(Func<StoreSession, T> work, CancellationToken cancellation = default) => Faults is null
        ? writer.WriteAsync(work, cancellation)
        : Faults.WriteAsync(() => writer.WriteAsync(work, cancellation));

    /// <summary>Reads one committed state on the caller's thread: all queries of <paramref name="work"/> see the same.</summary>
    public T Read<T>(Func<StoreSession, T> work) => readers.Read(work);

    /// <summary>The one <typeparamref name="T"/> of this store, made at first use.</summary>
    public T Part<T>(Func<EmbeddedStore, T> make) where T : class =>
        (T)(parts.TryGetValue(typeof(T), out var made) ? made : Make(make)).Value;

    /// <summary>True once it refuses writes: it is of no use to anybody any more.</summary>
    internal bool Refuses { get; private set; }

    /// <summary>Refuses all further writes, as if the process had died here; what is committed stays.</summary>
    internal void Refuse()
    {
        Refuses = true;
        writer.Refuse();
    }

    /// <summary>True once its last owner has let go of it: whoever joins the folder now gets another one.</summary>
    internal bool Closing { get; set; }

    public ValueTask DisposeAsync() => new(OpenStores.ReleaseAsync(this));

    internal async Task CloseAsync()
    {
        await writer.DisposeAsync();
        readers.Dispose();
        await processLock.DisposeAsync();
    }

    private Lazy<object> Make<T>(Func<EmbeddedStore, T> make) where T : class =>
        parts.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(this)));
}

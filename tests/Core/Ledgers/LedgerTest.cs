using Azure.Data.Tables;
using Isthmus.Core.Tables;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Core.Tests.Ledgers;

/// <summary>Tables of a test's own, on a clock of its own.</summary>
public abstract class LedgerTest : IAsyncLifetime
{
    private readonly TemporaryFolder home = new();
    private EmbeddedStore store = null!;

    protected ManualTime Time { get; } = new();

    protected IsthmusTables Tables { get; private set; } = null!;

    /// <summary>Lets so many writes through and refuses all that follow, as if the process had died then.</summary>
    protected void DieAfter(int writes) => store.Faults = new Death(writes);

    /// <summary>The next process: all writes go through again.</summary>
    protected void Revive() => store.Faults = null;

    public virtual async Task InitializeAsync()
    {
        store = EmbeddedStore.Open(home.Path, TimeProvider.System);
        Tables = new IsthmusTables(new TableServiceClient($"IsthmusHome={home.Path}"));
        await Tables.CreateAsync();
    }

    public virtual async Task DisposeAsync()
    {
        await store.DisposeAsync();
        home.Dispose();
    }

    private sealed class Death(int writes) : IWriteFaults
    {
        private int left = writes;

        public Task<T> WriteAsync<T>(Func<Task<T>> write) =>
            Interlocked.Decrement(ref left) < 0 ? throw new IOException("The process is dead.") : write();
    }
}

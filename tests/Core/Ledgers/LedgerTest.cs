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
}

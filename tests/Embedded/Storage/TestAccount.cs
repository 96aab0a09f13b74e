using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Storage;

/// <summary>
/// The account that a compliance suite runs on: an embedded one with a clock of its own. tests/Azurite has another of this name, on
/// the real client.
/// </summary>
public sealed class TestAccount : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private readonly EmbeddedStore store;

    public TestAccount()
    {
        store = EmbeddedStore.Open(folder.Path, time);
        ConnectionString = $"IsthmusHome={folder.Path}";
    }

    public string ConnectionString { get; }

    /// <summary>Lets time pass.</summary>
    public Task PassAsync(TimeSpan span)
    {
        time.Advance(span);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }
}

using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Storage;

/// <summary>
/// The account that a compliance suite runs on: an embedded one with a clock of its own, or, where <c>ISTHMUS_TEST_STORAGE</c>
/// holds a connection string, that one, with the clock on the wall. Only this file knows which.
/// </summary>
public sealed class TestAccount : IAsyncDisposable
{
    private readonly TemporaryFolder? folder;
    private readonly ManualTime? time;
    private readonly EmbeddedStore? store;

    public TestAccount()
    {
        if (Environment.GetEnvironmentVariable("ISTHMUS_TEST_STORAGE") is { Length: > 0 } given)
        {
            ConnectionString = given;
            return;
        }
        folder = new TemporaryFolder();
        time = new ManualTime();
        store = EmbeddedStore.Open(folder.Path, time);
        ConnectionString = $"IsthmusHome={folder.Path}";
    }

    public string ConnectionString { get; }

    /// <summary>Lets time pass.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        if (time is null) await Task.Delay(span);
        else time.Advance(span);
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        folder?.Dispose();
    }
}

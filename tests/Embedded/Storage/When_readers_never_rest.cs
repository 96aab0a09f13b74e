using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Storage;

public sealed class When_readers_never_rest : IAsyncLifetime
{
    /// <summary>How long a reader stays for the other to come in: far shorter than the writer is ready to wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryFolder folder = new();
    private EmbeddedStore store = null!;

    public async Task InitializeAsync()
    {
        store = EmbeddedStore.Open(folder.Path);
        await store.WriteAsync(session => session.Execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)"));
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_log_stays_within_bounds_all_the_same()
    {
        using var done = new CancellationTokenSource();
        // Two readers that take turns: at every moment one of them holds a view of the store.
        using var baton = new Barrier(2);
        var readers = Enumerable.Range(0,
            2).Select(_ => Task.Factory.StartNew(() => ReadOn(baton, done.Token), TaskCreationOptions.LongRunning));
        var reading = Task.WhenAll(readers.ToList());
        for (var round = 0; round < 300; round++)
            await store.WriteAsync(session => session.Execute("INSERT INTO notes (text) VALUES ($1)", new string('x', 500_000)));
        var length = new FileInfo(Path.Combine(folder.Path, "state.db-wal")).Length;
        await done.CancelAsync();
        await reading;
        Assert.InRange(length, 0, 100_000_000);
    }

    private void ReadOn(Barrier baton, CancellationToken done)
    {
        try
        {
            while (!done.IsCancellationRequested)
            {
                store.Read(session =>
                {
                    session.Scalar("SELECT count(*) FROM notes");
                    baton.SignalAndWait(Patience, done);
                    return 0;
                });
            }
        }
        catch (OperationCanceledException) { /* the test is over */ }
    }
}

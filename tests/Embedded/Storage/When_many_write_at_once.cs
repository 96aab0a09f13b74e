using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Storage;

public sealed class When_many_write_at_once : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private EmbeddedStore store = null!;

    public async Task InitializeAsync()
    {
        store = EmbeddedStore.Open(folder.Path);
        await store.WriteAsync(session => session.Execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT UNIQUE)"));
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    private Task<int> NoteAsync(string text) =>
        store.WriteAsync(session => session.Execute("INSERT INTO notes (text) VALUES ($1)", text));

    private long Count() => store.Read(session => (long)session.Scalar("SELECT count(*) FROM notes")!);

    [Fact]
    public async Task They_share_commits()
    {
        using var gate = new ManualResetEventSlim();
        var blocking = store.WriteAsync(_ => { gate.Wait(); return 0; });
        var many = Enumerable.Range(0, 400).Select(i => store.WriteAsync(session =>
        {
            session.Execute("INSERT INTO notes (text) VALUES ($1)", $"{i}");
            return session.Scalar("SELECT count(*) FROM notes");
        })).ToList();
        Assert.Equal(0, Count());
        gate.Set();
        await blocking;
        await many[0];
        // All 400 came while the first was busy: one commit holds them, so the first answer finds every one stored.
        Assert.Equal(400, Count());
    }

    [Fact]
    public async Task A_failure_takes_its_own_changes_back_and_no_others()
    {
        using var gate = new ManualResetEventSlim();
        var blocking = store.WriteAsync(_ => { gate.Wait(); return 0; });
        var before = NoteAsync("before");
        var failing = store.WriteAsync<int>(session =>
        {
            session.Execute("INSERT INTO notes (text) VALUES ('lost')");
            throw new InvalidOperationException("no");
        });
        var duplicate = NoteAsync("before");
        var after = NoteAsync("after");
        gate.Set();
        await Task.WhenAll(blocking, before, after);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Assert.ThrowsAnyAsync<Exception>(() => duplicate);
        Assert.Equal(["after", "before"], store.Read(s => s.Query("SELECT text FROM notes ORDER BY text", r => r.GetString(0))));
    }

    [Fact]
    public void A_reader_sees_one_state_while_others_write()
    {
        var (first, second) = store.Read(session =>
        {
            var before = session.Scalar("SELECT count(*) FROM notes");
            NoteAsync("new").Wait();
            return (before, session.Scalar("SELECT count(*) FROM notes"));
        });
        Assert.Equal(first, second);
        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task What_was_cancelled_before_its_turn_is_not_done()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.WriteAsync(session => session.Execute("INSERT INTO notes (text) VALUES ('x')"),
                new CancellationToken(true)));
        Assert.Equal(0, Count());
    }

    [Fact]
    public async Task The_log_does_not_grow_without_end()
    {
        for (var round = 0; round < 160; round++)
            await store.WriteAsync(session => session.Execute("INSERT INTO notes (text) VALUES ($1)",
                round + new string('x', 1_000_000)));
        Assert.InRange(new FileInfo(Path.Combine(folder.Path, "state.db-wal")).Length, 1, 96_000_000);
    }
}

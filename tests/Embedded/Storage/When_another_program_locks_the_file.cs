using System.Diagnostics;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Isthmus.Embedded.Tests.Storage;

public sealed class When_another_program_locks_the_file : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(500);
    private readonly TemporaryFolder folder = new();
    private EmbeddedStore store = null!;

    public async Task InitializeAsync()
    {
        store = EmbeddedStore.Open(folder.Path);
        await store.WriteAsync(session => session.Execute("CREATE TABLE notes (text TEXT)"));
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_write_waits_and_goes_on_soon_after_it_is_free()
    {
        // Some builds of SQLite sleep for whole seconds. A busy machine may be late once.
        TimeSpan[] waits = [await WaitAfterReleaseAsync(), await WaitAfterReleaseAsync(), await WaitAfterReleaseAsync()];
        Assert.True(waits.Order().ElementAt(1) <= Soon, $"It went on after {string.Join(", ", waits)}.");
    }

    private async Task<TimeSpan> WaitAfterReleaseAsync()
    {
        using var other = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "state.db")};Pooling=False");
        other.Open();
        var theirs = other.BeginTransaction(deferred: false);
        var ours = store.WriteAsync(session => session.Execute("INSERT INTO notes VALUES ('ours')"));
        await Assert.ThrowsAsync<TimeoutException>(() => ours.WaitAsync(TimeSpan.FromMilliseconds(100)));
        theirs.Rollback();
        var released = Stopwatch.GetTimestamp();
        await ours;
        return Stopwatch.GetElapsedTime(released);
    }
}

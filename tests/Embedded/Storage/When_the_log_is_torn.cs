using System.Diagnostics;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Storage;

/// <summary>
/// The end of the write-ahead log as a power failure may leave it: cut off anywhere, or with a byte that never reached the disk.
/// What a checkpoint has moved into the store is not in that end: it was synced before.
/// </summary>
public sealed class When_the_log_is_torn : IAsyncLifetime
{
    private const int Writes = 60;
    private const int Tries = 25;
    private const int Writers = 8;

    private readonly TemporaryFolder killed = new();
    private readonly Random chance = new(20261121);
    private long length;

    public async Task InitializeAsync()
    {
        using var victim = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", typeof(Victim).Assembly.Location, killed.Path]) { RedirectStandardOutput = true })!;
        for (var line = 0; line < Writes; line++) Assert.NotNull(await victim.StandardOutput.ReadLineAsync());
        victim.Kill();
        await victim.WaitForExitAsync();
        length = new FileInfo(Log(killed)).Length;
    }

    public Task DisposeAsync()
    {
        killed.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Cut_off_anywhere_it_opens_at_a_commit() =>
        await ForEveryTearAsync((log, at) => log.SetLength(at));

    [Fact]
    public async Task With_a_byte_gone_anywhere_it_opens_at_a_commit() => await ForEveryTearAsync((log, at) =>
    {
        log.Position = at;
        var was = log.ReadByte();
        log.Position = at;
        log.WriteByte((byte)~was);
    });

    private async Task ForEveryTearAsync(Action<FileStream, long> tear)
    {
        var seen = new HashSet<int>();
        for (var n = 0; n < Tries; n++)
        {
            // The first half made the tables; from there on every byte is as good as another.
            var at = (length / 2) + (long)(length / 2 * chance.NextDouble());
            using var copy = new TemporaryFolder();
            foreach (var file in Directory.GetFiles(killed.Path)) File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
            await using (var log = new FileStream(Log(copy), FileMode.Open)) tear(log, at);
            seen.Add(await WholeAsync(copy.Path));
        }
        Assert.InRange(seen.Count, 3, int.MaxValue);
    }

    /// <summary>Counts the messages, after a look whether each writer's are there from its first without a gap.</summary>
    private static async Task<int> WholeAsync(string home)
    {
        await using var store = EmbeddedStore.Open(home);
        var found = store.Read(session => session.Query("SELECT body FROM azure_messages", row => int.Parse(row.GetString(0)))).Order().ToList();
        Assert.Equal("ok", store.Read(session => session.Scalar("PRAGMA integrity_check")));
        Assert.Equal(found.Count, QueueStore.Of(store).Describe("orders").Messages);
        foreach (var writer in found.GroupBy(number => number % Writers))
            Assert.Equal(Enumerable.Range(0, writer.Count()).Select(n => writer.Key + (n * Writers)), writer);
        return found.Count;
    }

    private static string Log(TemporaryFolder home) => Path.Combine(home.Path, "state.db-wal");
}

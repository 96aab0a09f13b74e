using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Storage;

public sealed class When_a_backup_is_taken : IAsyncLifetime
{
    private const int Writers = 4;

    private readonly TemporaryFolder home = new();
    private readonly TemporaryFolder backups = new();
    private EmbeddedStore store = null!;

    private string Target => Path.Combine(backups.Path, "copy");

    public async Task InitializeAsync()
    {
        store = EmbeddedStore.Open(home.Path);
        await QueueStore.Of(store).CreateAsync("orders");
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        home.Dispose();
        backups.Dispose();
    }

    [Fact]
    public async Task All_that_was_stored_before_is_in_it_and_the_writers_go_on()
    {
        using var stop = new CancellationTokenSource();
        var told = new int[Writers];
        var writing = Enumerable.Range(0, Writers).Select(writer => WriteAsync(writer, told, stop.Token)).ToList();
        for (var n = 0; n < 20; n++) await QueueStore.Of(store).SendAsync("orders", "before");
        var before = told.Sum() + 20;

        StoreBackup.Take(home.Path, Target);

        await stop.CancelAsync();
        await Task.WhenAll(writing);
        await using var copy = EmbeddedStore.Open(Target);
        Assert.Equal("ok", copy.Read(session => session.Scalar("PRAGMA integrity_check")));
        var count = QueueStore.Of(copy).Describe("orders").Messages;
        Assert.InRange(count, before, told.Sum() + 20);
        Assert.Equal((long)count, copy.Read(session => session.Scalar("SELECT count(*) FROM azure_messages")));
    }

    [Fact]
    public void Documents_and_secrets_are_in_it_and_what_is_of_the_moment_is_not()
    {
        var day = Directory.CreateDirectory(Path.Combine(home.Path, "payloads", "20261121")).FullName;
        File.WriteAllText(Path.Combine(day, "abc"), "a document");
        File.WriteAllText(Path.Combine(day, "def.123"), "half a docu");
        File.WriteAllText(Path.Combine(home.Path, "vault.json"), "sealed");

        StoreBackup.Take(home.Path, Target);

        var copied = Directory.GetFiles(Target, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Target, file));
        Assert.Equal(["payloads/20261121/abc", "state.db", "vault.json"], copied.Order());
    }

    [Fact]
    public void It_overwrites_nothing()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "letter"), "mine");

        Assert.Contains("is not empty", Assert.Throws<StoreUnavailableException>(() => StoreBackup.Take(home.Path, Target)).Message);
        Assert.Single(Directory.GetFiles(Target));
    }

    [Fact]
    public void A_folder_without_state_is_named() =>
        Assert.Contains(backups.Path, Assert.Throws<StoreUnavailableException>(() => StoreBackup.Take(backups.Path, Target)).Message);

    private async Task WriteAsync(int writer, int[] told, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await QueueStore.Of(store).SendAsync("orders", "during", cancellation: CancellationToken.None);
            told[writer]++;
        }
    }
}

using Azure.Data.Tables;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Isthmus.Embedded.Tests.Storage;

public sealed class When_opening_a_folder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string FilePath => Path.Combine(folder.Path, "state.db");

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task The_same_folder_is_one_store_however_it_is_written()
    {
        await using var first = EmbeddedStore.Open(folder.Path);
        await using var second = EmbeddedStore.Open(Path.Combine(folder.Path, "..", Path.GetFileName(folder.Path)) + "/");
        Assert.Same(first, second);
    }

    [Fact]
    public async Task It_stays_open_until_the_last_owner_closes_it()
    {
        var first = EmbeddedStore.Open(folder.Path);
        var second = EmbeddedStore.Open(folder.Path);
        await first.DisposeAsync();
        Assert.Equal(1L, second.Read(session => session.Scalar("SELECT 1")));
        await second.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => second.Read(session => session.Scalar("SELECT 1")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => second.WriteAsync(session => session.Scalar("SELECT 1")));
    }

    [Fact]
    public async Task One_that_refuses_after_a_crash_is_not_joined_by_the_next_owner_whoever_holds_it()
    {
        EmbeddedStore.Join(folder.Path);
        var crashed = EmbeddedStore.Open(folder.Path);
        crashed.Refuse();
        await crashed.DisposeAsync();
        await using var next = EmbeddedStore.Open(folder.Path);
        await next.WriteAsync(session => session.Scalar("SELECT 1"));
        Assert.NotSame(crashed, next);
    }

    [Fact]
    public async Task It_can_be_opened_anew_while_it_still_closes()
    {
        for (var round = 0; round < 20; round++)
        {
            var closing = EmbeddedStore.Open(folder.Path).DisposeAsync();
            await using var anew = EmbeddedStore.Open(folder.Path);
            await anew.WriteAsync(session => session.Scalar("SELECT 1"));
            await closing;
        }
    }

    [Fact]
    public async Task A_folder_that_another_process_has_is_refused_with_a_cure()
    {
        // A second handle on the lock conflicts within a process just as between two.
        await using var other =
            new FileStream(Path.Combine(folder.Path, "lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var refused = Assert.Throws<StoreInUseException>(() => EmbeddedStore.Open(folder.Path));
        Assert.Contains(folder.Path, refused.Message);
        Assert.Contains("ISTHMUS_HOME", refused.Message);
    }

    [Fact]
    public async Task State_of_another_version_is_refused_and_left_alone()
    {
        await EmbeddedStore.Open(folder.Path).DisposeAsync();
        Change("PRAGMA user_version=99");
        var before = await File.ReadAllBytesAsync(FilePath);
        var refused = Assert.Throws<StoreVersionException>(() => EmbeddedStore.Open(folder.Path));
        Assert.Contains("version 99", refused.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(FilePath));
        Change($"PRAGMA user_version={StoreSchema.Version}");
        await EmbeddedStore.Open(folder.Path).DisposeAsync();
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused()
    {
        File.WriteAllText(FilePath, string.Join(' ', Enumerable.Repeat("This is a letter, not a database.", 100)));
        Assert.Throws<StoreUnavailableException>(() => EmbeddedStore.Open(folder.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(FilePath, "");
        Assert.Throws<StoreUnavailableException>(() => EmbeddedStore.Open(Path.Combine(FilePath, "under-a-file")));
    }

    [Fact]
    public async Task A_client_joins_the_store_of_its_owner_and_finds_the_next_one_too()
    {
        var time = new ManualTime();
        var table = new TableClient($"IsthmusHome={folder.Path}", "Orders");
        await using (EmbeddedStore.Open(folder.Path, time)) await table.CreateAsync();
        await using (EmbeddedStore.Open(folder.Path, time))
        {
            await table.AddEntityAsync(new TableEntity("p", "r"));
            Assert.Equal(time.GetUtcNow(), (await table.GetEntityAsync<TableEntity>("p", "r")).Value.Timestamp);
        }
    }

    [Fact]
    public async Task A_client_without_an_owner_opens_the_store_itself_and_an_owner_may_set_the_clock_later()
    {
        var table = new TableClient($"IsthmusHome={folder.Path}", "Orders");
        await table.CreateAsync();
        var time = new ManualTime();
        await using var store = EmbeddedStore.Open(folder.Path, time);
        Assert.Same(time, store.Time);
        Assert.Throws<InvalidOperationException>(() => EmbeddedStore.Open(folder.Path, new ManualTime()));
    }

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net")]
    [InlineData("IsthmusHome=")]
    [InlineData("UseDevelopmentStorage=false")]
    public void Another_connection_string_is_refused_and_not_repeated(string connectionString)
    {
        var refused = Assert.Throws<FormatException>(() => new TableClient(connectionString, "Orders"));
        Assert.DoesNotContain("c2VjcmV0", refused.Message);
        Assert.Contains("AzurePackages=nuget", refused.Message);
    }
}

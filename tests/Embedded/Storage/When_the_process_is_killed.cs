using System.Diagnostics;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Storage;

public sealed class When_the_process_is_killed : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(400)]
    public async Task All_that_it_was_told_is_stored_is_there(int writes)
    {
        var told = await KillAfterAsync(writes);
        await using var store = EmbeddedStore.Open(folder.Path);
        var found = Found(store);
        Assert.Empty(told.Except(found));
        Assert.Equal(found.Count, QueueStore.Of(store).Describe("orders").Messages);
        Assert.Equal("ok", store.Read(session => session.Scalar("PRAGMA integrity_check")));
    }

    [Fact]
    public async Task A_log_that_was_torn_in_the_middle_of_a_write_opens_at_the_last_whole_commit()
    {
        await KillAfterAsync(50);
        await using (var log =
            new FileStream(Path.Combine(folder.Path, "state.db-wal"), FileMode.Open)) log.SetLength(log.Length - 1000);
        await using var store = EmbeddedStore.Open(folder.Path);
        Assert.Equal(Found(store).Count, QueueStore.Of(store).Describe("orders").Messages);
        Assert.Equal("ok", store.Read(session => session.Scalar("PRAGMA integrity_check")));
    }

    [Fact]
    public async Task A_second_process_is_refused_while_it_lives_and_admitted_when_it_is_dead()
    {
        using var victim = Start();
        await victim.StandardOutput.ReadLineAsync();
        Assert.Throws<StoreInUseException>(() => EmbeddedStore.Open(folder.Path));
        victim.Kill();
        await victim.WaitForExitAsync();
        await EmbeddedStore.Open(folder.Path).DisposeAsync();
    }

    private static HashSet<string> Found(EmbeddedStore store) =>
        [.. store.Read(session => session.Query("SELECT body FROM azure_messages", row => row.GetString(0)))];

    private Process Start() => Process.Start(
        new ProcessStartInfo("dotnet",
            ["exec", typeof(Victim).Assembly.Location, folder.Path]) { RedirectStandardOutput = true })!;

    private async Task<List<string>> KillAfterAsync(int writes)
    {
        using var victim = Start();
        var told = new List<string>();
        while (await victim.StandardOutput.ReadLineAsync() is { } line)
        {
            told.Add(line);
            if (told.Count == writes) victim.Kill();
        }
        await victim.WaitForExitAsync();
        // The last line may have been cut in the middle.
        told.RemoveAt(told.Count - 1);
        return told;
    }
}

using Isthmus.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Isthmus.Flows.Tests.Processes;

public sealed class When_the_app_cannot_start
{
    private const int AddressTaken = 3;
    private const int StateNotOpen = 4;

    [Fact]
    public async Task A_second_process_on_the_same_state_is_refused_and_the_first_goes_on()
    {
        using var home = new TemporaryFolder();
        using var first = AppProcess.Start(home.Path);
        var address = await first.ReadyAsync();

        using var second = AppProcess.Start(home.Path);

        Assert.Equal(StateNotOpen, await second.ExitCodeAsync());
        Assert.Contains($"The state in '{home.Path}' is in use by another Isthmus process. Stop that one, or give this one a folder", second.Said);
        using var client = new HttpClient();
        Assert.Equal(401, (int)(await client.GetAsync(new Uri(address, "/api/runs"))).StatusCode);
    }

    [Fact]
    public async Task After_a_kill_the_next_process_has_the_state()
    {
        using var home = new TemporaryFolder();
        using var first = AppProcess.Start(home.Path);
        await first.ReadyAsync();
        await first.KillAsync();

        using var second = AppProcess.Start(home.Path);

        await second.ReadyAsync();
    }

    [Fact]
    public async Task A_port_that_another_process_has_is_named()
    {
        using var home = new TemporaryFolder();
        using var other = new TemporaryFolder();
        using var first = AppProcess.Start(home.Path);
        var address = (await first.ReadyAsync()).ToString().TrimEnd('/');

        using var second = AppProcess.Start(other.Path, address);

        Assert.Equal(AddressTaken, await second.ExitCodeAsync());
        Assert.Contains($"The address {address} is taken by another process.", second.Said);
    }

    [MountFact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        using var home = new TemporaryFolder();
        using var disk = SmallDisk.Mount(home.Path, "1m");
        disk.MakeReadOnly();
        using var app = AppProcess.Start(home.Path);

        Assert.Equal(StateNotOpen, await app.ExitCodeAsync());
        Assert.Contains($"The state in '{home.Path}' could not be written: Read-only file system", app.Said);
    }

    [Fact]
    public async Task The_state_of_another_version_is_left_alone()
    {
        using var home = new TemporaryFolder();
        using (var state = new SqliteConnection($"Data Source={Path.Combine(home.Path, "state.db")};Pooling=false"))
        {
            state.Open();
            using var command = state.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }
        using var app = AppProcess.Start(home.Path);

        Assert.Equal(StateNotOpen, await app.ExitCodeAsync());
        Assert.Contains("has version 99; this program reads version", app.Said);
    }
}

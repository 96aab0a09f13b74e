using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Loads;

public sealed class When_the_process_dies_in_a_load
{
    private const int Customers = 2000;

    [Fact]
    public async Task It_goes_on_and_each_record_is_there_and_counted_once()
    {
        await using var world = await World.StartAsync();
        var loading = new Loading(world);
        await loading.CustomersAsync(Customers);
        var id = await loading.StartAsync();
        await Patience.UntilAsync<bool>(async () => Done(await loading.ShownAsync(id)) >= Customers / 4 ? true : null);

        await world.CrashAndRestartAsync();

        Assert.Equal($"{Customers} {Customers} 0 0 0", Loading.Counts(await loading.UntilAsync(id, "done")));
        await world.RunAsync(id, "done");
        Assert.Equal(Loading.Names(Customers), await loading.ContactsAsync());
        Assert.Empty(await loading.LettersAsync());
    }

    private static long Done(System.Text.Json.JsonElement load) => load.GetProperty("progress").GetProperty("done").GetInt64();
}

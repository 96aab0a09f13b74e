using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Loads;

/// <summary>Three customers in two pages, started by somebody who asks again until it is done.</summary>
internal sealed class OneLoad : Scenario
{
    private string? id;

    public override (string, string)[] Settings => [("Isthmus:Loads:PageSize", "2"), ("Isthmus:Loads:Parallel", "2")];

    public override Task PrepareAsync(World world) => new Loading(world).CustomersAsync(3);

    public override Task BeginAsync(World world) => StartAsync(world, CancellationToken.None);

    public override Task EndedAsync(World world, CancellationToken cancellation) => Patience.UntilAsync<bool>(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        return id is not null && await world.Parts.Engine.Client.GetInstanceAsync(id, cancellation) is { IsCompleted: true } ? true : null;
    });

    public override Task NudgeAsync(World world, CancellationToken cancellation) => id is null ? StartAsync(world, cancellation) : Task.CompletedTask;

    public override async Task ProveAsync(World world)
    {
        var loading = new Loading(world);
        Assert.Equal("3 3 0 0 0", Loading.Counts(await loading.ShownAsync(id!)));
        Assert.Equal(Loading.Names(3), await loading.ContactsAsync());
        Assert.Equal("done", (await world.RunAsync(id!, "done")).GetProperty("run").GetProperty("state").GetString());
    }

    private async Task StartAsync(World world, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try { id = await new Loading(world).StartAsync(); }
        catch (HttpRequestException) { }
    }
}

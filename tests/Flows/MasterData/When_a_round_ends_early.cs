using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Connections;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>Parties come before vendors, where nothing keeps vendors from having their turn.</summary>
public sealed class When_a_round_ends_early : IAsyncLifetime
{
    private readonly List<string> looks = [];
    private CrmDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await CrmDesk.StartAsync();
        desk.Vendors.Enabled = true;
        foreach (var flow in new[] { desk.Parties, desk.Vendors })
        {
            flow.Cadence = Cadence.QuarterHourly;
            flow.BeforePage = _ => Looked(flow);
        }
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task The_next_one_begins_where_time_ran_out_also_after_a_restart()
    {
        desk.Parties.BeforePage = _ =>
        {
            desk.World.Clock.Advance(TimeSpan.FromMinutes(2));
            return Looked(desk.Parties);
        };
        await RoundAsync();
        Assert.Equal(["test-parties"], looks);
        await desk.World.CrashAndRestartAsync();
        await RoundAsync();
        Assert.Equal(["test-parties", "test-vendors", "test-parties"], looks);
        await RoundAsync();
        Assert.Equal("test-parties", looks[3]);
    }

    [Fact]
    public async Task Who_used_up_the_credits_is_not_the_first_when_there_are_new_ones()
    {
        desk.Parties.BeforePage = _ => OutOfCredits();
        await RoundAsync();
        Assert.Equal(["test-parties"], looks);
        await RoundAsync();
        desk.Parties.BeforePage = _ => Looked(desk.Parties);
        desk.World.Clock.Advance(TimeSpan.FromHours(3));
        await desk.World.CircuitAsync(ZohoCrmOptions.Id, "flowing");
        await RoundAsync();
        Assert.Equal(["test-parties", "test-vendors", "test-parties"], looks);
    }

    [Fact]
    public async Task Somebody_looks_after_the_connection_at_once_that_a_look_pauses()
    {
        desk.Parties.BeforePage = _ => OutOfCredits();
        await RoundAsync();
        var tending = await desk.World.Parts.Engine.Client.GetInstanceAsync(PausedConnectionOrchestration.InstanceId(ZohoCrmOptions.Id));
        Assert.False(tending?.IsCompleted ?? true);
    }

    private async Task RoundAsync()
    {
        desk.World.Clock.Advance(TimeSpan.FromMinutes(15));
        await desk.RoundAsync();
    }

    private Task Looked(MemoryFlow flow)
    {
        looks.Add(flow.Name);
        return Task.CompletedTask;
    }

    private Task OutOfCredits()
    {
        looks.Add(desk.Parties.Name);
        throw new FailureException(new Failure(
            FailureClass.Throttled, ZohoCrmOptions.Id, "upsert Accounts", "credits", "The credits of the day are used up.", "They come again.")
        { RetryAfter = TimeSpan.FromHours(2) });
    }
}

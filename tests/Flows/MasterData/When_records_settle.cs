namespace Isthmus.Flows.Tests.MasterData;

/// <summary>Of two parties one can change no more.</summary>
public sealed class When_records_settle : IAsyncLifetime
{
    private const string Run = "crm-test-parties-01-OLD01";
    private CrmDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await CrmDesk.StartAsync(("Isthmus:MasterData:Deleted", "unlink"));
        desk.Parties.Settles = true;
        desk.Parties.Put("01-NEW01", new { name = "New" });
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task They_are_read_at_first_then_no_night_and_again_when_somebody_wants_everything()
    {
        desk.Parties.Put("01-OLD01", new { name = "Old", settled = "yes" });
        Assert.Equal("2 2 0 0 0", await desk.LookAsync(desk.Parties));
        await desk.NightAsync();
        Assert.Equal("1 0 1 0 0", await LastAsync());
        await desk.RecordAsync("Accounts", "01-OLD01");
        Assert.Equal("2 0 2 0 0", await desk.LookAsync(desk.Parties, full: true));
    }

    [Fact]
    public async Task What_was_refused_of_them_is_tried_again_every_night()
    {
        desk.Parties.Put("01-OLD01", new { name = "Old", settled = "yes", zip = new string('9', 40) });
        Assert.Equal("2 1 0 0 1", await desk.LookAsync(desk.Parties));
        desk.Parties.Put("01-OLD01", new { name = "Old", settled = "yes", zip = "60601" });
        await desk.NightAsync();
        Assert.Empty(await desk.LettersAsync());
        await desk.RecordAsync("Accounts", "01-OLD01");
    }

    [Fact]
    public async Task One_that_was_refused_and_is_gone_is_no_dead_letter_any_more()
    {
        desk.Parties.Put("01-OLD01", new { name = "Old", settled = "yes", zip = new string('9', 40) });
        await desk.LookAsync(desk.Parties);
        desk.Parties.Remove("01-OLD01");
        await desk.NightAsync();
        Assert.Empty(await desk.LettersAsync());
        await desk.World.RunAsync(Run, "done");
    }

    private async Task<string> LastAsync() =>
        CrmDesk.Counts((await desk.FlowAsync(desk.Parties)).GetProperty("last").GetProperty("counts"));
}

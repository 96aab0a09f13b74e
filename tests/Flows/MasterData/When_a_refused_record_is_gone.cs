namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_a_refused_record_is_gone
{
    private const string Run = "crm-test-parties-01-BAD01";
    private const string Gone = "The source has the record no more.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Its_dead_letter_is_closed_with_a_note_whether_it_ever_came_to_the_CRM_or_not(bool came)
    {
        await using var desk = await CrmDesk.StartAsync();
        await RefusedAsync(desk, came);
        desk.Parties.Remove("01-BAD01");
        await desk.LookAsync(desk.Parties, full: true);
        Assert.Empty(await desk.LettersAsync());
        Assert.Equal(Gone, await NoteAsync(desk));
        await desk.World.RunAsync(Run, "done");
    }

    [Fact]
    public async Task One_that_waits_for_another_waits_no_more()
    {
        await using var desk = await CrmDesk.StartAsync();
        desk.People.Enabled = true;
        await desk.LookAsync(desk.Parties);
        desk.People.Put("01-ANA", new { first = "Ana", last = "Prado", account = "01-NOBODY" });
        Assert.Equal("1 0 0 0 1", await desk.LookAsync(desk.People));
        desk.People.Remove("01-ANA");
        await desk.LookAsync(desk.People, full: true);
        Assert.Empty(await desk.LettersAsync());
        Assert.Equal(0, (await desk.FlowAsync(desk.People)).GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task One_that_is_back_as_it_was_is_a_dead_letter_again()
    {
        await using var desk = await CrmDesk.StartAsync();
        await RefusedAsync(desk, came: false);
        var bad = desk.Parties.Body("01-BAD01");
        desk.Parties.Remove("01-BAD01");
        await desk.LookAsync(desk.Parties, full: true);
        desk.Parties.Put("01-BAD01", bad);
        await desk.LookAsync(desk.Parties);
        Assert.Equal(Run, CrmDesk.Text(Assert.Single(await desk.LettersAsync()), "runId"));
    }

    [Fact]
    public async Task Where_a_person_decides_what_becomes_of_it_in_the_CRM_the_dead_letter_stays_until_then()
    {
        await using var desk = await CrmDesk.StartAsync(("Isthmus:MasterData:Deleted", "unlink"), ("Isthmus:MasterData:HoldDeleted", "true"));
        await RefusedAsync(desk, came: true);
        desk.Parties.Remove("01-BAD01");
        await desk.LookAsync(desk.Parties, full: true);
        await desk.World.RunAgainAsync(Run, "held");
        Assert.Single(await desk.LettersAsync());
        await desk.PostAsync($"/api/runs/{Run}/approve");
        await desk.World.RunAsync(Run, "done");
        Assert.Empty(await desk.LettersAsync());
    }

    private static async Task RefusedAsync(CrmDesk desk, bool came)
    {
        if (came)
        {
            desk.Parties.Put("01-BAD01", new { name = "Bad" });
            await desk.LookAsync(desk.Parties);
        }
        desk.Parties.Put("01-BAD01", new { name = "Bad", zip = new string('9', 40) });
        await desk.LookAsync(desk.Parties);
        Assert.Single(await desk.LettersAsync());
    }

    private static async Task<string?> NoteAsync(CrmDesk desk)
    {
        var letter = await desk.GetAsync($"/api/dead-letters/{Run}");
        return CrmDesk.Text(Assert.Single(letter.GetProperty("notes").EnumerateArray()), "text");
    }
}

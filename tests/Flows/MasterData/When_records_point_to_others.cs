using System.Text.Json;

namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_records_point_to_others : IAsyncLifetime
{
    private CrmDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await CrmDesk.StartAsync();
        desk.People.Enabled = true;
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods" });
        desk.People.Put("01-HARB01-ANA", new { first = "Ana", last = "Prado", account = "01-HARB01" });
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Before_those_were_ever_carried_the_flow_waits_and_there_is_no_dead_letter()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(desk.People));
        Assert.Contains("was not through yet", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await desk.LettersAsync());
        Assert.Contains("test-parties", CrmDesk.Text(await desk.FlowAsync(desk.People), "why"), StringComparison.Ordinal);

        await desk.LookAsync(desk.Parties);
        Assert.Equal("1 1 0 0 0", await desk.LookAsync(desk.People));
        var account = CrmDesk.Text(await desk.RecordAsync("Accounts", "01-HARB01"), "id");
        Assert.Equal(account, Linked(await desk.RecordAsync("Contacts", "01-HARB01-ANA"), "Account_Name"));
        Assert.True((await desk.FlowAsync(desk.People)).GetProperty("on").GetBoolean());
    }

    [Fact]
    public async Task One_that_comes_before_what_it_needs_is_carried_by_itself_after_it()
    {
        await desk.LookAsync(desk.Parties);
        desk.People.Put("01-LATE01-BO", new { last = "Bo", account = "01-LATE01" });
        Assert.Equal("2 1 0 0 1", await desk.LookAsync(desk.People));
        Assert.Equal("referenceMissing", CrmDesk.Text(Assert.Single(await desk.LettersAsync()).GetProperty("failure"), "class"));

        desk.Parties.Put("01-LATE01", new { name = "Late" });
        await desk.LookAsync(desk.Parties);
        await desk.LookAsync(desk.People);
        Assert.Empty(await desk.LettersAsync());
        await desk.RecordAsync("Contacts", "01-LATE01-BO");
        Assert.Equal(0, (await desk.FlowAsync(desk.People)).GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task One_that_can_go_without_is_completed_later()
    {
        desk.Parties.Put("01-CHILD1", new { name = "Child", parent = "02-PARENT" });
        Assert.Equal("2 2 0 0 0", await desk.LookAsync(desk.Parties));
        Assert.Null(Linked(await desk.RecordAsync("Accounts", "01-CHILD1"), "Parent_Account"));

        desk.Parties.Put("02-PARENT", new { name = "Parent" });
        await desk.LookAsync(desk.Parties);
        var parent = CrmDesk.Text(await desk.RecordAsync("Accounts", "02-PARENT"), "id");
        Assert.Equal(parent, Linked(await desk.RecordAsync("Accounts", "01-CHILD1"), "Parent_Account"));
        Assert.Empty(await desk.LettersAsync());
    }

    private static string? Linked(JsonElement record, string field) =>
        record.GetProperty(field) is { ValueKind: JsonValueKind.Object } link ? CrmDesk.Text(link, "id") : null;
}

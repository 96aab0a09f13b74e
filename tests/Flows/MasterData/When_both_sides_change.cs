namespace Isthmus.Flows.Tests.MasterData;

/// <summary>What the nightly look at everything finds.</summary>
public sealed class When_both_sides_change
{
    [Fact]
    public async Task What_people_changed_in_a_mapped_field_is_written_again_and_other_fields_are_theirs()
    {
        await using var desk = await StartAsync();
        var id = CrmDesk.Text(await desk.RecordAsync("Accounts", "01-C001"), "id");
        await desk.ByHandAsync("Accounts", new { id, Billing_City = "Elsewhere", Description = "A good customer." });
        Assert.Equal("31 1 30 0 0", await desk.LookAsync(desk.Parties, full: true));
        var account = await desk.RecordAsync("Accounts", "01-C001");
        Assert.Equal(("City 1", "A good customer."), (CrmDesk.Text(account, "Billing_City"), CrmDesk.Text(account, "Description")));
        Assert.Equal("30 0 30 0 0", await desk.LookAsync(desk.Parties, full: true));
    }

    [Fact]
    public async Task What_people_deleted_is_made_again_once()
    {
        await using var desk = await StartAsync();
        var id = CrmDesk.Text(await desk.RecordAsync("Accounts", "01-C001"), "id");
        await desk.World.PostAsync("/_sandbox/zoho-crm/records/Accounts/delete", new { ids = new[] { id } });
        await desk.LookAsync(desk.Parties, full: true);
        Assert.NotEqual(id, CrmDesk.Text(await desk.RecordAsync("Accounts", "01-C001"), "id"));
        Assert.Equal("30 0 30 0 0", await desk.LookAsync(desk.Parties, full: true));
        Assert.Equal(30, (await desk.InCrmAsync("Accounts")).Count);
    }

    [Fact]
    public async Task Two_of_ours_that_people_merged_stay_one()
    {
        await using var desk = await StartAsync();
        var (one, other) = (await IdAsync(desk, "01-C001"), await IdAsync(desk, "01-C002"));
        await desk.World.PostAsync("/_sandbox/zoho-crm/merge", new { module = "Accounts", master = one, children = new[] { other } });
        await desk.LookAsync(desk.Parties, full: true);
        desk.Parties.Put("01-C002", new { name = "Customer 2", city = "York" });
        Assert.Equal("30 0 29 1 0", await desk.LookAsync(desk.Parties, full: true));
        Assert.Equal(29, (await desk.InCrmAsync("Accounts")).Count);
    }

    [Fact]
    public async Task One_that_people_merged_into_their_own_goes_on_there()
    {
        await using var desk = await StartAsync();
        var (ours, theirs) = (await IdAsync(desk, "01-C001"), (await desk.ByHandAsync("Accounts", new { Account_Name = "By hand" }))[0]);
        await desk.World.PostAsync("/_sandbox/zoho-crm/merge", new { module = "Accounts", master = theirs, children = new[] { ours } });
        await desk.LookAsync(desk.Parties, full: true);
        Assert.Equal(theirs, await IdAsync(desk, "01-C001"));
        Assert.Equal("Customer 1", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-C001"), "Account_Name"));
        Assert.Equal(30, (await desk.InCrmAsync("Accounts")).Count);
    }

    [Fact]
    public async Task Nothing_of_that_is_done_where_the_company_does_not_want_it()
    {
        await using var desk = await StartAsync(("Isthmus:MasterData:CorrectDrift", "false"));
        var id = CrmDesk.Text(await desk.RecordAsync("Accounts", "01-C001"), "id");
        await desk.ByHandAsync("Accounts", new { id, Billing_City = "Elsewhere" });
        Assert.Equal("30 0 30 0 0", await desk.LookAsync(desk.Parties, full: true));
        Assert.Equal("Elsewhere", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-C001"), "Billing_City"));
    }

    private static async Task<string> IdAsync(CrmDesk desk, string key) => CrmDesk.Text(await desk.RecordAsync("Accounts", key), "id")!;

    private static Task<CrmDesk> StartAsync(params (string, string)[] settings) => CrmDesk.OfThirtyAsync(settings);
}

namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_coql_is_asked : CrmTest
{
    [Fact]
    public async Task It_finds_by_keys_compares_joins_and_orders()
    {
        var parent = await Crm.AddAsync("Accounts", new { Account_Name = "Group", Isthmus_Key = "g" });
        for (var i = 0; i < 5; i++)
            await Crm.AddAsync("Accounts", new { Account_Name = $"Branch {i}", Isthmus_Key = $"b{i}", Employees = i,
                Parent_Account = new { id = parent } });
        Assert.Equal(["Branch 1", "Branch 3"], await NamesAsync("Isthmus_Key in ('B1', 'b3', 'none')"));
        Assert.Equal(["Branch 4", "Branch 3"], await NamesAsync("(Employees > 2 and Parent_Account.Account_Name = 'group')",
            " order by Employees desc"));
        Assert.Equal(["Branch 2", "Branch 3"], await NamesAsync("Employees between 2 and 3"));
        Assert.Equal(["Group"], await NamesAsync("Parent_Account is null"));
        Assert.Equal(["Branch 0"], await NamesAsync("(Account_Name like 'Branch%' and (Employees = 0 or Employees < 0))"));
        Assert.Equal(["Branch 3", "Branch 4"], await NamesAsync("Account_Name like '%ranch%'", " order by id asc limit 3, 10"));
    }

    [Fact]
    public async Task A_lookup_comes_with_name_and_id_and_a_path_with_its_value()
    {
        var parent = await Crm.AddAsync("Accounts", new { Account_Name = "Group" });
        await Crm.AddAsync("Accounts", new { Account_Name = "Branch", Parent_Account = new { id = parent } });
        var row = (await Crm.AskAsync(
            "select Parent_Account, Parent_Account.Account_Name, Modified_Time from Accounts "
            + $"where Parent_Account = '{parent}'")).Row(0);
        Assert.Equal(("Group", parent, "Group"), ((string)row["Parent_Account"]!["name"]!, (string)row["Parent_Account"]!["id"]!,
            (string)row["Parent_Account.Account_Name"]!));
        Assert.NotNull(row["id"]);
    }

    [Fact]
    public async Task What_was_just_written_is_found_and_nothing_is_204()
    {
        await Crm.AddAsync("Accounts", new { Account_Name = "A" });
        Assert.Single(await NamesAsync("Account_Name = 'A'"));
        Assert.Equal(204, (await Crm.AskAsync("select id from Accounts where Account_Name = 'B'")).Status);
    }

    [Fact]
    public async Task Changes_since_a_time_come_in_their_order()
    {
        await Crm.AddAsync("Accounts", new { Account_Name = "Old" });
        await Crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 60 });
        var since = (string)(await Crm.RecordAsync("Accounts",
            await Crm.AddAsync("Accounts", new { Account_Name = "New" })))["Modified_Time"]!;
        Assert.Equal(["New"], await NamesAsync($"Modified_Time >= '{since}'", " order by Modified_Time asc, id asc"));
    }

    [Fact]
    public async Task Quotes_and_backslashes_can_be_escaped()
    {
        await Crm.AddAsync("Accounts", new { Account_Name = @"O'Neil \ Sons" });
        Assert.Single(await NamesAsync(@"Account_Name = 'O\'Neil \\ Sons'"));
    }

    [Fact]
    public async Task Two_thousand_a_page_say_whether_there_is_more()
    {
        await Crm.AddAsync("Accounts", new { Account_Name = "A" });
        await Crm.AddAsync("Accounts", new { Account_Name = "B" });
        var page = await Crm.AskAsync("select id from Accounts where id is not null limit 1");
        Assert.Equal((1, true), ((int)page["info"]["count"]!, (bool)page["info"]["more_records"]!));
        var rest = await Crm.AskAsync("select id from Accounts where id is not null limit 1 offset 1");
        Assert.False((bool)rest["info"]["more_records"]!);
    }

    [Theory]
    [InlineData("select id from Accounts", "SYNTAX_ERROR")]
    [InlineData("select id from Accounts where Account_Name = 'a' and Phone = 'b' and Fax = 'c'", "SYNTAX_ERROR")]
    [InlineData("select id from Accounts where Account_Name = 'a", "SYNTAX_ERROR")]
    [InlineData("select id from Accounts where Account_Name == 'a'", "SYNTAX_ERROR")]
    [InlineData("select id from Accounts where Colour = 'a'", "INVALID_QUERY")]
    [InlineData("select Colour from Accounts where id is not null", "INVALID_QUERY")]
    [InlineData("select id from Nothings where id is not null", "INVALID_QUERY")]
    [InlineData("select id from Accounts where Employees = 'many'", "INVALID_QUERY")]
    [InlineData("select id from Accounts where Modified_Time > '2026-11-21T10:00:00.123Z'", "INVALID_QUERY")]
    [InlineData("select id, id from Accounts where id is not null", "DUPLICATE_DATA")]
    [InlineData("select id from Accounts where id is not null limit 2001", "LIMIT_EXCEEDED")]
    [InlineData("select id from Accounts where id is not null limit 2000 offset 99000", "LIMIT_EXCEEDED")]
    public async Task A_query_that_is_wrong_is_refused(string query, string code) => (await Crm.AskAsync(query)).Refused(code);

    [Fact]
    public async Task Neither_depth_nor_size_breaks_the_server()
    {
        (await Crm.AskAsync($"select id from Accounts where {new string('(', 100_000)}")).Refused("SYNTAX_ERROR");
        (await Crm.AskAsync("select id from Accounts where id is not null limit 1 offset 2147483647")).Refused("LIMIT_EXCEEDED");
        (await Crm.GetAsync($"/Accounts/search?criteria={new string('(', 7_000)}")).Refused("INVALID_QUERY");
        Assert.Equal(200, (await Crm.GetAsync("/org")).Status);
    }

    [Fact]
    public async Task Values_columns_and_criteria_have_limits()
    {
        var values = string.Join(',', Enumerable.Range(0, 51).Select(i => $"'{i}'"));
        (await Crm.AskAsync($"select id from Accounts where Isthmus_Key in ({values})")).Refused("LIMIT_EXCEEDED");
        var criteria = Enumerable.Range(0, 25).Aggregate("Phone = '0'", (all, i) => $"({all} or Phone = '{i}')");
        (await Crm.AskAsync($"select id from Accounts where {criteria}")).Refused("LIMIT_EXCEEDED");
    }

    private async Task<IEnumerable<string>> NamesAsync(string where, string rest = "") =>
        (await Crm.AskAsync($"select Account_Name from Accounts where {where}{rest}"))["data"].AsArray()
            .Select(row => (string)row!["Account_Name"]!);
}

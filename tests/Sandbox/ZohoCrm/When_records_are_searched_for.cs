namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_records_are_searched_for : CrmTest
{
    [Fact]
    public async Task What_was_just_written_is_not_found_yet()
    {
        await Crm.AddAsync("Accounts", new { Account_Name = "Harlow" });
        Assert.Equal(204, (await Crm.GetAsync("/Accounts/search?criteria=(Account_Name:equals:Harlow)")).Status);
        await Crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 10 });
        Assert.Equal(200, (await Crm.GetAsync("/Accounts/search?criteria=(Account_Name:equals:Harlow)")).Status);
    }

    [Theory]
    [InlineData("(Account_Name:equals:arlo)", 1)]
    [InlineData("((Account_Name:starts_with:Har)and(Phone:equals:555-0100))", 1)]
    [InlineData("((Account_Name:equals:Harlow)or(Account_Name:equals:Brook))", 2)]
    [InlineData("(Account_Name:in:Harlow,Brook)", 2)]
    [InlineData("(Account_Name:equals:Brook \\(West\\))", 1)]
    public async Task Equals_on_a_text_finds_what_contains_it(string criteria, int count)
    {
        await Crm.SetAsync(new { searchLagSeconds = 0 });
        await Crm.AddAsync("Accounts", new { Account_Name = "Harlow", Phone = "555-0100" });
        await Crm.AddAsync("Accounts", new { Account_Name = criteria.Contains("West") ? "Brook (West)" : "Brook" });
        Assert.Equal(count, (
            await Crm.GetAsync("/Accounts/search?criteria=" + Uri.EscapeDataString(criteria)))["data"].AsArray().Count);
    }

    [Fact]
    public async Task Mail_phone_and_word_are_looked_for_everywhere()
    {
        await Crm.SetAsync(new { searchLagSeconds = 0 });
        await Crm.AddAsync("Contacts", new { Last_Name = "Lovelace", Email = "ada@example.net", Mobile = "555-0100" });
        foreach (var query in new[] { "email=ADA@example.net", "phone=555-0100", "word=velac" })
            Assert.Equal(200, (await Crm.GetAsync("/Contacts/search?" + query)).Status);
    }

    [Theory]
    [InlineData("", "EXPECTED_PARAM_MISSING")]
    [InlineData("criteria=(Account_Name:equals:a", "INVALID_QUERY")]
    [InlineData("criteria=(Account_Name:sounds_like:a)", "INVALID_QUERY")]
    [InlineData("criteria=(Colour:equals:a)", "INVALID_QUERY")]
    [InlineData("word=a", "INVALID_DATA")]
    [InlineData("word=ab&page=11", "LIMIT_REACHED")]
    public async Task A_search_that_is_wrong_is_refused(string query, string code) =>
        (await Crm.GetAsync("/Accounts/search?" + query)).Refused(code);
}

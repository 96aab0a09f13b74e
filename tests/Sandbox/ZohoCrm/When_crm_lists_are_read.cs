namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_crm_lists_are_read : CrmTest
{
    [Fact]
    public async Task Fields_must_be_named_and_not_more_than_fifty()
    {
        Assert.Equal("fields", (string)(await Crm.GetAsync("/Accounts")).Refused("REQUIRED_PARAM_MISSING")["param_name"]!);
        var many = string.Join(',', Enumerable.Range(0, 51).Select(i => $"F{i}"));
        Assert.Equal(50, (int)(await Crm.GetAsync($"/Accounts?fields={many}")).Refused("LIMIT_EXCEEDED")["limit"]!);
    }

    [Fact]
    public async Task Pages_by_token_hold_every_record_once()
    {
        await FillAsync(450);
        var (ids, token, pages) = (new List<string>(), "", 0);
        do
        {
            var page = await Crm.GetAsync("/Accounts?fields=Account_Name&sort_by=Modified_Time&sort_order=asc" + token);
            ids.AddRange(page["data"].AsArray().Select(row => (string)row!["id"]!));
            token = (string?)page["info"]["next_page_token"] is { } next ? "&page_token=" + next : "";
            pages++;
        }
        while (token.Length > 0);
        Assert.Equal((450, 3), (ids.Distinct().Count(), pages));
    }

    [Fact]
    public async Task Two_thousand_is_as_far_as_page_numbers_go()
    {
        await FillAsync(20);
        Assert.Equal(204, (await Crm.GetAsync("/Accounts?fields=Account_Name&page=10")).Status);
        (await Crm.GetAsync("/Accounts?fields=Account_Name&page=11")).Refused("DISCRETE_PAGINATION_LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task A_token_holds_for_its_parameters_and_for_a_day()
    {
        await FillAsync(3);
        var token = (string)(await Crm.GetAsync("/Accounts?fields=Account_Name&per_page=2"))["info"]["next_page_token"]!;
        (await Crm.GetAsync($"/Accounts?fields=Phone&per_page=2&page_token={token}")).Refused("TOKEN_BOUND_DATA_MISMATCH");
        (await Crm.GetAsync($"/Accounts?fields=Account_Name&per_page=2&page=2&page_token={token}")).Refused(
            "AMBIGUITY_DURING_PROCESSING");
        Assert.Equal(200, (await Crm.GetAsync($"/Accounts?fields=Account_Name&per_page=2&page_token={token}")).Status);
        await Crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 86_400 });
        Crm.Token = (string)(await Crm.RenewAsync())["access_token"]!;
        (await Crm.GetAsync($"/Accounts?fields=Account_Name&per_page=2&page_token={token}")).Refused("EXPIRED_VALUE");
    }

    [Theory]
    [InlineData(false, 304)]
    [InlineData(true, 200)]
    public async Task What_changed_in_the_very_second_is_found_only_by_an_inclusive_reading(bool inclusive, int status)
    {
        await Crm.SetAsync(new { modifiedSinceIsInclusive = inclusive });
        var id = await Crm.AddAsync("Accounts", new { Account_Name = "A" });
        Crm.Headers["If-Modified-Since"] = (string)(await Crm.RecordAsync("Accounts", id))["Modified_Time"]!;
        Assert.Equal(status, (await Crm.GetAsync("/Accounts?fields=Account_Name")).Status);
    }

    [Fact]
    public async Task Times_carry_the_offset_of_the_user_s_zone_on_that_day()
    {
        var id = await Crm.AddAsync("Accounts", new { Account_Name = "A" });
        var before = DateTimeOffset.Parse((string)(await Crm.RecordAsync("Accounts", id))["Created_Time"]!);
        await Crm.SetAsync(new { userTimeZone = "Asia/Kolkata" });
        var shown = (string)(await Crm.RecordAsync("Accounts", id))["Created_Time"]!;
        Assert.EndsWith("+05:30", shown);
        Assert.Equal(before, DateTimeOffset.Parse(shown));
    }

    [Fact]
    public async Task One_record_has_everything_and_an_unknown_one_nothing()
    {
        var parent = await Crm.AddAsync("Accounts", new { Account_Name = "Parent" });
        var id = await Crm.AddAsync("Accounts", new { Account_Name = "A", Parent_Account = new { id = parent } });
        Assert.Equal("Parent", (string)(await Crm.RecordAsync("Accounts", id))["Parent_Account"]!["name"]!);
        var none = await Crm.GetAsync("/Accounts/5900999999999999999");
        Assert.Equal((204, true), (none.Status, none.Json is null));
        (await Crm.GetAsync("/Accounts/abc")).Refused("INVALID_DATA");
    }

    [Theory]
    [InlineData("/Nothings?fields=id", "INVALID_MODULE", 400)]
    [InlineData("/Documents?fields=id", "INVALID_MODULE", 400)]
    [InlineData("/a/b/c/d/e", "INVALID_URL_PATTERN", 404)]
    [InlineData("/Accounts?fields=id&sort_by=Phone", "INVALID_DATA", 400)]
    [InlineData("/Accounts?fields=id&per_page=201", "LIMIT_EXCEEDED", 400)]
    [InlineData("/Accounts?fields=id&page=2147483647", "LIMIT_EXCEEDED", 400)]
    [InlineData("/Accounts/deleted?page=0", "INVALID_DATA", 400)]
    public async Task What_is_not_there_is_refused(string path, string code, int status) =>
        (await Crm.GetAsync(path)).Refused(code, status);

    [Fact]
    public async Task Methods_and_versions_that_are_not_served_are_refused()
    {
        (await Crm.PatchAsync("/Accounts", new { })).Refused("INVALID_REQUEST_METHOD");
        Crm.Root = "/zoho-crm/crm/v9";
        Assert.Equal("v8", (string)(await Crm.GetAsync("/org")).Refused("API_NOT_SUPPORTED")["supported_version"]!);
    }

    [Fact]
    public async Task The_count_and_the_related_lists_agree_with_the_records()
    {
        var account = await Crm.AddAsync("Accounts", new { Account_Name = "A" });
        await Crm.AddAsync("Contacts", new { Last_Name = "Lovelace", Account_Name = new { id = account } });
        await Crm.AddAsync("Contacts", new { Last_Name = "Other" });
        Assert.Equal(2, (int)(await Crm.GetAsync("/Contacts/actions/count"))["count"]);
        var related = await Crm.GetAsync($"/Accounts/{account}/Contacts?fields=Last_Name");
        Assert.Equal("Lovelace", (string)related["data"].AsArray().Single()!["Last_Name"]!);
    }

    [Fact]
    public async Task Products_are_linked_to_a_deal_by_hand_and_taken_off_again()
    {
        var deal = await Crm.AddAsync("Deals", new { Deal_Name = "D", Stage = "Qualification" });
        var product = await Crm.AddAsync("Products", new { Product_Name = "Lamp" });
        var path = $"/Deals/{deal}/Products";
        Assert.Equal(204, (await Crm.GetAsync(path + "?fields=Product_Name")).Status);
        Assert.Equal(200, (await Crm.PutAsync(path, new { data = new[] { new { id = product } } })).Status);
        Assert.Equal("Lamp", (string)(await Crm.GetAsync(path + "?fields=Product_Name")).Row(0)["Product_Name"]!);
        Assert.Equal(200, (await Crm.DeleteAsync($"{path}/{product}")).Status);
        (await Crm.DeleteAsync($"{path}/{product}")).Refused("INVALID_DATA");
        (await Crm.GetAsync($"/Deals/{deal}/Nothings?fields=id")).Refused("INVALID_DATA");
    }

    [Fact]
    public async Task A_subform_of_one_s_own_has_rows_with_ids_too()
    {
        var fields = new[] { new { module = "Deal_Lines", api_name = "Code" } };
        var subform = new { module = "Deals", api_name = "Deal_Lines", data_type = "subform", fields };
        await Crm.ControlAsync("/fields", new[] { subform });
        var id = await Crm.AddAsync("Deals",
            new { Deal_Name = "D", Stage = "Qualification", Deal_Lines = new[] { new { Code = "A1" } } });
        var line = (await Crm.RecordAsync("Deals", id))["Deal_Lines"]!.AsArray().Single()!;
        Assert.Equal(("A1", id), ((string)line["Code"]!, (string)line["Parent_Id"]!["id"]!));
    }

    private async Task FillAsync(int count)
    {
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
            await Crm.UpsertAsync("Accounts", [.. chunk.Select(i =>
                (object)new { Account_Name = $"A{i}", Isthmus_Key = $"k{i}" })]);
    }
}

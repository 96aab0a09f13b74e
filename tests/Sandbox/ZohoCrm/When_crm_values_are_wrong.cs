namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_crm_values_are_wrong : CrmTest
{
    [Theory]
    [InlineData("Colour", "\"red\"", null)]
    [InlineData("Phone", "\"312-555-0142 312-555-0142 312-555-0142\"", "maximum_length")]
    [InlineData("Phone", "312555", "expected_data_type")]
    [InlineData("Phone", "\"@@\"", "expected_data_type")]
    [InlineData("Employees", "\"12\"", "expected_data_type")]
    [InlineData("Employees", "1.5", "expected_data_type")]
    [InlineData("Employees", "1234567890", "maximum_length")]
    [InlineData("Annual_Revenue", "\"1\"", "expected_data_type")]
    [InlineData("Parent_Account", "\"5900000000000000001\"", "expected_data_type")]
    [InlineData("Parent_Account", "{\"id\":\"5900000000000000001\"}", null)]
    [InlineData("Account_Type", "7", "expected_data_type")]
    public async Task They_are_refused_with_their_place(string field, string json, string? detail)
    {
        var body = new StringContent($$"""{"data":[{"Account_Name":"A","{{field}}":{{json}}}]}""");
        var details = (await Crm.PostAsync("/Accounts", body)).Refused("INVALID_DATA");
        Assert.Equal(field, (string)details["api_name"]!);
        Assert.StartsWith($"$.data[0].{field}", (string)details["json_path"]!);
        if (detail is not null) Assert.NotNull(details[detail]);
    }

    [Theory]
    [InlineData("Email", "\"no-at-sign\"")]
    [InlineData("Date_of_Birth", "\"21/11/2026\"")]
    [InlineData("Date_of_Birth", "\"2026-02-30\"")]
    [InlineData("Email_Opt_Out", "\"true\"")]
    public async Task Those_of_a_contact_too(string field, string json)
    {
        var body = new StringContent($$"""{"data":[{"Last_Name":"A","{{field}}":{{json}}}]}""");
        Assert.NotNull((await Crm.PostAsync("/Contacts", body)).Refused("INVALID_DATA")["expected_data_type"]);
    }

    [Fact]
    public async Task Several_in_one_record_come_together()
    {
        var details = (await Crm.PostAsync("/Accounts", new { data = new[] { new { Phone = 1, Colour = "red" } } }))
            .Refused("MULTIPLE_OR_MULTI_ERRORS");
        Assert.Equal(3, details["errors"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_field_that_left_the_layout_is_unknown()
    {
        await Crm.ControlAsync("/fields", new[] { new { module = "Accounts", api_name = "Account_Site", delete = true } });
        var details = (await Crm.PostAsync("/Accounts", new {
            data = new[] { new { Account_Name = "A", Account_Site = "X" } } })).Refused("INVALID_DATA");
        Assert.Equal("Account_Site", (string)details["api_name"]!);
    }

    [Fact]
    public async Task Unknown_fields_are_passed_over_where_the_switch_says_so()
    {
        await Crm.SetAsync(new { unknownFields = "ignore" });
        var id = await Crm.AddAsync("Accounts", new { Account_Name = "A", Colour = "red" });
        Assert.Null((await Crm.RecordAsync("Accounts", id))["Colour"]);
    }

    [Fact]
    public async Task New_choices_are_taken_unless_lists_are_closed()
    {
        await Crm.AddAsync("Accounts", new { Account_Name = "A", Account_Type = "Landlord" });
        await Crm.SetAsync(new { pickLists = "closed" });
        var details = (await Crm.PostAsync("/Accounts", new {
            data = new[] { new { Account_Name = "B", Account_Type = "Landlord" } } })).Refused("INVALID_DATA");
        Assert.Contains("Customer", details["supported_values"]!.AsArray().Select(value => (string)value!));
    }

    [Fact]
    public async Task A_stage_must_be_one_of_its_pipeline()
    {
        (await DealAsync(new { Deal_Name = "D", Stage = "Renewal Signed" })).Refused("DEPENDENT_MISMATCH");
        (await DealAsync(new { Deal_Name = "D", Stage = "Won!" })).Refused("INVALID_DATA");
        Assert.Equal(201, (await DealAsync(new { Deal_Name = "D", Stage = "Renewal Signed", Pipeline = "Renewals" })).Status);
    }

    [Fact]
    public async Task Decimals_beyond_the_field_s_are_cut_off_not_rounded()
    {
        var id = await Crm.AddAsync("Accounts", new { Account_Name = "A", Annual_Revenue = 10.999m });
        Assert.Equal(10.99m, (decimal)(await Crm.RecordAsync("Accounts", id))["Annual_Revenue"]!);
    }

    [Fact]
    public async Task Names_in_every_script_come_back_as_they_were()
    {
        var name = "Ærø Šípek Жук 株式会社 شركة 👩‍🔬 O'Neil \"&\" <b>";
        var id = await Crm.AddAsync("Accounts", new { Account_Name = name });
        Assert.Equal(name, (string)(await Crm.RecordAsync("Accounts", id))["Account_Name"]!);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"Account_Name":"A"}],"trigger":["everything"]}""")]
    [InlineData("""{"data":[{"Account_Name":"A"}],"triger":[]}""")]
    public async Task A_body_of_another_shape_is_refused_whole(string body)
    {
        (await Crm.PostAsync("/Accounts", new StringContent(body))).Refused("INVALID_DATA");
        Assert.Equal(204, (await Crm.GetAsync("/Accounts?fields=Account_Name")).Status);
    }

    private Task<CrmReply> DealAsync(object deal) => Crm.PostAsync("/Deals", new { data = new[] { deal } });
}

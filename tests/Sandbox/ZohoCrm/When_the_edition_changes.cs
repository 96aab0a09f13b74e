using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_the_edition_changes : CrmTest
{
    [Theory]
    [InlineData("free", "Vendors", false)]
    [InlineData("standard", "Invoices", false)]
    [InlineData("standard", "Accounts", true)]
    [InlineData("professional", "Vendors", true)]
    [InlineData("professional", "GL_Accounts", false)]
    [InlineData("enterprise", "GL_Accounts", true)]
    public async Task Modules_come_and_go(string paidType, string module, bool isOpen)
    {
        await Crm.ControlAsync("/edition", new { paidType });
        Assert.Equal(paidType, (string)(await Crm.GetAsync("/org"))["org"][0]!["license_details"]!["paid_type"]!);
        var shown = (await Crm.GetAsync("/settings/modules"))["modules"].AsArray().First(one =>
            (string)one!["api_name"]! == module)!;
        Assert.Equal((isOpen ? "visible" : "system_hidden", isOpen), ((string)shown["status"]!, (bool)shown["creatable"]!));
        var list = await Crm.GetAsync($"/{module}?fields=id");
        if (isOpen) Assert.Equal(204, list.Status);
        else list.Refused("INVALID_MODULE");
    }

    [Fact]
    public async Task Records_are_there_again_after_an_upgrade()
    {
        var id = await Crm.AddAsync("Vendors", new { Vendor_Name = "V" });
        await Crm.ControlAsync("/edition", new { paidType = "standard" });
        (await Crm.GetAsync($"/Vendors/{id}")).Refused("INVALID_MODULE");
        (await Crm.UpsertAsync("Vendors", new { Vendor_Name = "V" })).Refused("INVALID_MODULE");
        await Crm.ControlAsync("/edition", new { paidType = "Professional" });
        Assert.Equal("V", (string)(await Crm.RecordAsync("Vendors", id))["Vendor_Name"]!);
    }

    [Fact]
    public async Task Currencies_need_Enterprise_and_must_be_switched_on()
    {
        Assert.Equal(200, (await Crm.GetAsync("/org/currencies")).Status);
        await Crm.SetAsync(new { multiCurrency = false });
        (await Crm.GetAsync("/org/currencies")).Refused("CURRENCIES_NOT_ENABLED", 403);
        (await Crm.PostAsync("/Deals",
            new { data = new[] { new { Deal_Name = "D", Stage = "Qualification", Currency = "CAD" } } })).Refused("INVALID_DATA");
        await Crm.ControlAsync("/edition", new { paidType = "professional" });
        (await Crm.GetAsync("/org/currencies")).Refused("FEATURE_NOT_SUPPORTED", 403);
    }

    [Fact]
    public async Task Custom_fields_are_made_five_a_call_and_two_of_them_unique()
    {
        object Field(string label, bool unique = false) => new { field_label = label, data_type = "text", unique = unique
            ? new { case_sensitive = false } : null };
        var made = await Crm.PostAsync("/settings/fields?module=Accounts",
            new { fields = new[] { Field("Sage Key", true), Field("Terms") } });
        Assert.Equal(201, made.Status);
        var fields = (await Crm.GetAsync("/settings/fields?module=Accounts"))["fields"].AsArray();
        var key = fields.First(field => (string)field!["api_name"]! == "Sage_Key")!;
        Assert.Equal((true, 255), ((bool)key["custom_field"]!, (int)key["length"]!));
        Assert.NotNull(key["unique"]!["case_sensitive"]);
        var third = await Crm.PostAsync("/settings/fields?module=Accounts", new { fields = new[] { Field("Third", true) } });
        Assert.Equal("LIMIT_EXCEEDED", (string)third["fields"][0]!["code"]!);
        (await Crm.PostAsync("/settings/fields?module=Accounts",
            new { fields = Enumerable.Range(0, 6).Select(i => Field($"F{i}")) })).Refused("LIMIT_EXCEEDED");
    }

    [Theory]
    [InlineData("""[{"module":"Accounts","api_name":"X","uniqe":true}]""", "uniqe")]
    [InlineData("""[{"module":"Accounts","api_name":"X","data_type":"colour"}]""", "colour")]
    [InlineData("""[{"module":"Accounts","api_name":"X","data_type":"lookup","lookup":"Nothings"}]""", "no module")]
    public async Task A_field_that_is_described_wrongly_is_refused_with_the_reason(string fields, string reason)
    {
        using var response = await Crm.Server.Http.PostAsync(CrmClient.Controls + "/fields", new StringContent(fields));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_external_field_finds_its_record_by_header_from_Enterprise_on()
    {
        var field = new { field_label = "Ext", data_type = "text", external = new { type = "org", show = true } };
        Assert.Equal(201, (await Crm.PostAsync("/settings/fields?module=Accounts", new { fields = new[] { field } })).Status);
        await Crm.AddAsync("Accounts", new { Account_Name = "A", Ext = "x 1" });
        Crm.Headers["X-EXTERNAL"] = "Accounts.Ext";
        Assert.Equal("A", (string)(await Crm.GetAsync("/Accounts/x%201")).Row(0)["Account_Name"]!);
        Crm.Headers["X-EXTERNAL"] = "Accounts.Ext";
        Assert.Equal(204, (await Crm.GetAsync("/Accounts/none")).Status);
        await Crm.ControlAsync("/edition", new { paidType = "professional" });
        Crm.Headers["X-EXTERNAL"] = "Accounts.Ext";
        (await Crm.GetAsync("/Accounts/x%201")).Refused("FEATURE_NOT_SUPPORTED", 403);
    }

    [Fact]
    public async Task Stages_tell_what_counts_as_won()
    {
        var layout = (string)(await Crm.GetAsync("/settings/layouts?module=Deals"))["layouts"][0]!["id"]!;
        var pipelines = (await Crm.GetAsync($"/settings/pipeline?layout_id={layout}"))["pipeline"].AsArray();
        var won = pipelines.SelectMany(pipeline => pipeline!["maps"]!.AsArray())
            .Where(map => (string)map!["forecast_type"]! == "Closed Won");
        Assert.Equal(["Closed Won", "Renewal Signed"], won.Select(map => (string)map!["actual_value"]!));
    }

    [Fact]
    public async Task A_deal_whose_stage_was_renamed_away_can_still_be_written()
    {
        var id = await Crm.AddAsync("Deals", new { Deal_Name = "D", Stage = "Closed Won", Amount = 10 });
        await Crm.ControlAsync("/pipelines", new[]
        {
            new
            {
                display_value = "Sales", @default = true,
                stages = new[] { new { display_value = "Signed", probability = 100, forecast_type = "Closed Won" } },
            },
        });
        Assert.Equal(200, (await Crm.PutAsync($"/Deals/{id}", new { data = new[] { new { Next_Step = "invoice" } } })).Status);
        (await Crm.PutAsync($"/Deals/{id}", new { data = new[] { new { Stage = "Closed Won" } } })).Refused("INVALID_DATA");
    }

    [Fact]
    public async Task A_module_of_one_s_own_needs_Enterprise()
    {
        var body = new JsonObject { ["modules"] = new JsonArray(new JsonObject {
            ["plural_label"] = "Cost Centers", ["singular_label"] = "Cost Center" }) };
        Assert.Equal(201, (await Crm.PostAsync("/settings/modules", body)).Status);
        await Crm.AddAsync("Cost_Centers", new { Name = "North" });
        await Crm.ControlAsync("/edition", new { paidType = "professional" });
        (await Crm.PostAsync("/settings/modules", body)).Refused("NOT_SUPPORTED");
    }
}

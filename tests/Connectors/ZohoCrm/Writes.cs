using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using static Isthmus.Connectors.Tests.Support.Failing;
using static Isthmus.Connectors.Tests.ZohoCrm.ScriptedCrm;

namespace Isthmus.Connectors.Tests.ZohoCrm;

public sealed class Writes
{
    private const string Made =
        """{"code":"SUCCESS","action":"insert","details":{"id":"11"},"message":"record added","status":"success"}""";

    private const string Changed =
        """{"code":"SUCCESS","action":"update","details":{"id":"12"},"message":"record updated","status":"success"}""";

    private const string Lacking =
        """{"code":"MANDATORY_NOT_FOUND","details":{"api_name":"Account_Name"},"message":"required field not found","status":"error"}""";

    private static readonly JsonElement[] Three = [Account("a"), Account("b"), Account("c")];

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(207)]
    [InlineData(400)]
    public async Task Are_judged_record_by_record_whatever_the_status(int status)
    {
        await using var crm = await StartAsync();
        crm.Server.Then(status, $$"""{"data":[{{Made}},{{Lacking}},{{Changed}}]}""");
        var results = await crm.Client.UpsertAsync("Accounts", Three, "Isthmus_Key", CrmTrigger.None);
        Assert.Equal(("11", true), (results[0].Id, results[0].Created));
        Assert.Equal((FailureClass.Validation, "Account_Name"), (results[1].Failure!.Class, results[1].Failure!.Field));
        Assert.Equal(("12", false), (results[2].Id, results[2].Created));
    }

    [Fact]
    public async Task Fail_one_by_one_where_every_record_is_refused()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(400, $$"""{"data":[{{Lacking}}]}""");
        var result = Assert.Single(await crm.Client.UpsertAsync("Accounts", [Account("a")], "Isthmus_Key", CrmTrigger.None));
        Assert.Equal("MANDATORY_NOT_FOUND", result.Failure!.Code);
    }

    [Theory]
    [InlineData(CrmTrigger.None, "[]")]
    [InlineData(CrmTrigger.Workflows, """["workflow"]""")]
    [InlineData(CrmTrigger.All, """["workflow","approval","blueprint","pathfinder","orchestration"]""")]
    public async Task Say_what_decides_which_record_is_which_and_which_automations_run(CrmTrigger trigger, string words)
    {
        await using var crm = await StartAsync();
        crm.Server.Then(200, $$"""{"data":[{{Made}}]}""");
        await crm.Client.UpsertAsync("Accounts", [Account("a")], "Isthmus_Key", trigger);
        var body = Read(crm.Asked[0].Body);
        Assert.Equal("/crm/v8/Accounts/upsert", crm.Asked[0].Path);
        Assert.Equal("""["Isthmus_Key"]""", body.GetProperty("duplicate_check_fields").GetRawText());
        Assert.Equal(words, body.GetProperty("trigger").GetRawText());
    }

    [Fact]
    public async Task Leave_out_records_without_a_key_and_a_key_that_comes_twice()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(200, $$"""{"data":[{{Made}}]}""");
        var results = await crm.Client.UpsertAsync(
            "Accounts", [Account(" "), Account("S:ABC:1"), Account("s:abc:1")], "Isthmus_Key", CrmTrigger.None);
        Assert.Equal(["key-missing", null, "key-twice"], results.Select(each => each.Failure?.Code));
        Assert.Single(Read(crm.Asked[0].Body).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task By_key_are_repeated_when_the_answer_is_lost()
    {
        await using var crm = await StartAsync();
        crm.Server.ThenBreak().Then(200, $$"""{"data":[{{Changed}}]}""");
        Assert.Null((await crm.Client.UpsertAsync("Accounts", [Account("a")], "Isthmus_Key", CrmTrigger.None))[0].Failure);
        Assert.Equal(2, crm.Asked.Count);
    }

    [Fact]
    public async Task With_rows_that_would_be_added_again_are_never_repeated_blindly()
    {
        await using var crm = await StartAsync();
        crm.Server.ThenBreak();
        var invoice = Read("""{"Isthmus_Key":"a","Invoiced_Items":[{"Quantity":1}]}""");
        Assert.True((await FailureOf(() => crm.Client.UpsertAsync("Invoices", [invoice], "Isthmus_Key", CrmTrigger.None))).EffectUnknown);
        Assert.Single(crm.Asked);
    }

    [Fact]
    public async Task That_meet_a_duplicate_name_who_holds_the_value()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(400, """
            {"data":[{"code":"DUPLICATE_DATA","details":{"api_name":"Tax_No","id":"77","duplicate_record":{"id":"77"}},"message":"duplicate data","status":"error"}]}
            """);
        var result = Assert.Single(await crm.Client.UpsertAsync("Accounts", [Account("a")], "Isthmus_Key", CrmTrigger.None));
        Assert.Equal(("77", FailureClass.Conflict, "Tax_No"), (result.Id, result.Failure!.Class, result.Failure.Field));
    }

    [Fact]
    public async Task That_answer_for_fewer_records_than_were_sent_are_in_doubt()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(200, $$"""{"data":[{{Made}},{{Made}}]}""");
        var failure = await FailureOf(() => crm.Client.UpsertAsync("Accounts", Three, "Isthmus_Key", CrmTrigger.None));
        Assert.Equal(("malformed-answer", true), (failure.Code, failure.EffectUnknown));
    }

    [Fact]
    public async Task To_a_module_that_is_not_there_fail_as_a_whole()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(400, """
            {"data":[{"code":"INVALID_MODULE","details":{"resource_path_index":0},"message":"the module name given seems to be invalid","status":"error"}]}
            """);
        Assert.Equal("INVALID_MODULE",
            (await FailureOf(() => crm.Client.UpsertAsync("Vendors", [Account("a")], "Isthmus_Key", CrmTrigger.None))).Code);
    }

    private static JsonElement Account(string key) => JsonSerializer.SerializeToElement(new { Isthmus_Key = key, Account_Name = "A" });
}

using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_records_are_upserted : CrmTest
{
    [Fact]
    public async Task The_key_finds_the_record_whatever_its_letter_case()
    {
        var first = await Crm.UpsertAsync("Accounts", new { Account_Name = "Harlow", Isthmus_Key = "sage-100:ABC:01-HARL" });
        Assert.Equal("insert", (string)first.Row(0)["action"]!);
        Assert.Null(first.Row(0)["duplicate_field"]);
        var again = await Crm.UpsertAsync("Accounts", new { Account_Name = "Harlow Foods",
            Isthmus_Key = "SAGE-100:abc:01-harl" });
        Assert.Equal(200, again.Status);
        Assert.Equal("update", (string)again.Row(0)["action"]!);
        Assert.Equal("Isthmus_Key", (string)again.Row(0)["duplicate_field"]!);
        Assert.Equal((string)first.Row(0)["details"]!["id"]!, (string)again.Row(0)["details"]!["id"]!);
        Assert.Equal(19, ((string)first.Row(0)["details"]!["id"]!).Length);
    }

    [Fact]
    public async Task Without_named_fields_two_customers_of_one_name_become_one()
    {
        await Upsert(null, new { Account_Name = "Twin", Isthmus_Key = "a" });
        var second = await Upsert(null, new { Account_Name = "Twin", Isthmus_Key = "b" });
        Assert.Equal("Account_Name", (string)second.Row(0)["duplicate_field"]!);
        Assert.Single(await AccountsAsync());
    }

    [Fact]
    public async Task With_the_key_named_two_customers_of_one_name_stay_two()
    {
        await Crm.UpsertAsync("Accounts", new { Account_Name = "Twin", Isthmus_Key = "a" },
            new { Account_Name = "Twin", Isthmus_Key = "b" });
        Assert.Equal(2, (await AccountsAsync()).Count);
    }

    [Fact]
    public async Task A_unique_field_that_was_not_named_is_looked_at_after_the_named_one()
    {
        await Crm.ControlAsync("/fields", new[] { new { module = "Accounts", api_name = "Tax_No", unique = true } });
        await Crm.UpsertAsync("Accounts", new { Account_Name = "A", Isthmus_Key = "a", Tax_No = "T1" });
        var byOther = await Crm.UpsertAsync("Accounts", new { Account_Name = "B", Isthmus_Key = "b", Tax_No = "T1" });
        Assert.Equal("Tax_No", (string)byOther.Row(0)["duplicate_field"]!);
        await Crm.UpsertAsync("Accounts", new { Account_Name = "C", Isthmus_Key = "c", Tax_No = "T2" });
        var held = await Crm.UpsertAsync("Accounts", new { Account_Name = "B", Isthmus_Key = "b", Tax_No = "T2" });
        Assert.Equal("Tax_No", (string)held.Refused("DUPLICATE_DATA")["api_name"]!);
    }

    [Fact]
    public async Task A_blank_key_is_a_new_record_each_time()
    {
        await Crm.UpsertAsync("Accounts", new { Account_Name = "A", Isthmus_Key = "" });
        await Crm.UpsertAsync("Accounts", new { Account_Name = "A", Isthmus_Key = "" });
        Assert.Equal(2, (await AccountsAsync()).Count);
    }

    [Fact]
    public async Task Only_unique_and_system_fields_may_be_named()
    {
        (await Upsert(["Phone"], new { Account_Name = "A" })).Refused("INVALID_DATA");
        Assert.Equal(200, (await Upsert(["Account_Name"], new { Account_Name = "A" })).Status);
    }

    [Fact]
    public async Task Each_item_is_judged_alone_and_the_order_stays()
    {
        var reply = await Crm.UpsertAsync("Accounts", new { Account_Name = "A", Isthmus_Key = "a" }, new { Isthmus_Key = "b" },
            new { Account_Name = "C", Isthmus_Key = "c" });
        Assert.Equal(207, reply.Status);
        Assert.Equal(["SUCCESS", "MANDATORY_NOT_FOUND", "SUCCESS"], reply["data"].AsArray()
            .Select(item => (string)item!["code"]!));
        Assert.Equal("$.data[1].Account_Name", (string)reply.Row(1)["details"]!["json_path"]!);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(202)]
    [InlineData(200)]
    public async Task When_every_item_failed_the_status_is_as_the_switch_says(int status)
    {
        await Crm.SetAsync(new { allFailedStatus = status });
        (await Crm.UpsertAsync("Accounts", new { Isthmus_Key = "b" })).Refused("MANDATORY_NOT_FOUND", status);
    }

    [Fact]
    public async Task A_partial_failure_can_come_with_200_and_a_refusal_of_all_inside_data()
    {
        await Crm.SetAsync(new { partialStatus = 200, wrapWriteErrors = true });
        var reply = await Crm.UpsertAsync("Accounts", new { Account_Name = "A", Isthmus_Key = "a" }, new { Isthmus_Key = "b" });
        Assert.Equal((200, "MANDATORY_NOT_FOUND"), (reply.Status, (string)reply.Row(1)["code"]!));
        Assert.Equal("INVALID_MODULE", (string)(await Crm.UpsertAsync("Nothings", new { Name = "A" })).Row(0)["code"]!);
        Assert.Null((await Crm.GetAsync("/Nothings?fields=id")).Json!["data"]);
    }

    [Fact]
    public async Task A_hundred_are_taken_and_one_more_is_refused()
    {
        var hundred = Enumerable.Range(0, 100)
            .Select(i => (object)new { Account_Name = $"A{i}", Isthmus_Key = $"k{i}" }).ToArray();
        Assert.Equal(200, (await Crm.UpsertAsync("Accounts", hundred)).Status);
        var details = (await Crm.UpsertAsync("Accounts", [.. hundred, new { Account_Name = "B" }])).Refused("LIMIT_EXCEEDED");
        Assert.Equal(100, (int)details["maximum_length"]!);
    }

    [Fact]
    public async Task A_held_record_is_locked_and_its_neighbours_are_written()
    {
        var made = await Crm.UpsertAsync("Accounts", new { Account_Name = "A", Isthmus_Key = "a" });
        await Crm.Server.PostAsync("/_sandbox/faults", new { vendor = "zoho-crm", kind = "record-lock", count = 1 });
        var reply = await Crm.UpsertAsync("Accounts", new { Account_Name = "A2", Isthmus_Key = "a" },
            new { Account_Name = "B", Isthmus_Key = "b" });
        Assert.Equal(207, reply.Status);
        Assert.Equal("RECORD_LOCKED", (string)reply.Row(0)["code"]!);
        Assert.Equal("A", (string)(await Crm.RecordAsync("Accounts", (string)made.Row(0)["details"]!["id"]!))["Account_Name"]!);
    }

    [Theory]
    [InlineData("NOT_APPROVED")]
    [InlineData("RECORD_IN_BLUEPRINT")]
    public async Task What_people_s_work_holds_back_is_refused_by_name(string code)
    {
        var fault = new { vendor = "zoho-crm", kind = "stored-error", match = "held-one", code };
        await Crm.Server.PostAsync("/_sandbox/faults", fault);
        var reply = await Crm.UpsertAsync("Accounts",
            new { Account_Name = "A", Isthmus_Key = "free" }, new { Account_Name = "B", Isthmus_Key = "held-one" });
        Assert.Equal((207, "SUCCESS", code), (reply.Status, (string)reply.Row(0)["code"]!, (string)reply.Row(1)["code"]!));
    }

    private Task<CrmReply> Upsert(string[]? fields, object record) => Crm.PostAsync("/Accounts/upsert",
        fields is null ? new { data = new[] { record } } : new { data = new[] { record }, duplicate_check_fields = fields });

    private async Task<JsonArray> AccountsAsync() => (await Crm.GetAsync("/Accounts?fields=Account_Name"))["data"].AsArray();
}

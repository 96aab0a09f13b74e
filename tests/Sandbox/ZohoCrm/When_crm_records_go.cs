namespace Isthmus.Sandbox.Tests.ZohoCrm;

public sealed class When_crm_records_go : CrmTest
{
    [Fact]
    public async Task They_are_listed_as_deleted_and_can_come_back()
    {
        var id = await Crm.AddAsync("Accounts", new { Account_Name = "A", Isthmus_Key = "a" });
        Assert.Equal("record deleted", (string)(await Crm.DeleteAsync($"/Accounts?ids={id}")).Row(0)["message"]!);
        var deleted = (await Crm.GetAsync("/Accounts/deleted?type=all")).Row(0);
        Assert.Equal((id, "recycle", "A"), ((string)deleted["id"]!, (string)deleted["type"]!, (string)deleted["display_name"]!));
        Assert.Equal(204, (await Crm.GetAsync($"/Accounts/{id}")).Status);
        Assert.Equal(1, (int)(await Crm.GetAsync("/settings/recycle_bin/actions/count"))["count"]);
        await Crm.ControlAsync("/records/Accounts/restore", new { ids = new[] { id } });
        Assert.Equal("A", (string)(await Crm.RecordAsync("Accounts", id))["Account_Name"]!);
    }

    [Fact]
    public async Task A_second_delete_says_so_and_its_key_is_free()
    {
        var id = await Crm.AddAsync("Accounts", new { Account_Name = "A", Isthmus_Key = "a" });
        await Crm.DeleteAsync($"/Accounts/{id}");
        (await Crm.DeleteAsync($"/Accounts/{id}")).Refused("INVALID_DATA");
        Assert.Equal("insert",
            (string)(await Crm.UpsertAsync("Accounts", new { Account_Name = "A", Isthmus_Key = "a" })).Row(0)["action"]!);
    }

    [Fact]
    public async Task After_sixty_days_the_name_is_gone_and_after_as_many_more_the_row()
    {
        var id = await Crm.AddAsync("Accounts", new { Account_Name = "A" });
        await Crm.DeleteAsync($"/Accounts/{id}");
        await WaitDaysAsync(60);
        var deleted = (await Crm.GetAsync("/Accounts/deleted?type=permanent")).Row(0);
        Assert.Equal(("permanent", true), ((string)deleted["type"]!, deleted["display_name"] is null));
        Assert.Equal(204, (await Crm.GetAsync("/Accounts/deleted?type=recycle")).Status);
        await WaitDaysAsync(60);
        Assert.Equal(204, (await Crm.GetAsync("/Accounts/deleted?type=all")).Status);
    }

    [Fact]
    public async Task A_merge_keeps_the_master_fills_its_gaps_and_moves_what_belonged_to_the_child()
    {
        var master = await Crm.AddAsync("Accounts", new { Account_Name = "Master" });
        var child = await Crm.AddAsync("Accounts", new { Account_Name = "Child", Phone = "555-0100" });
        var contact = await Crm.AddAsync("Contacts", new { Last_Name = "L", Account_Name = new { id = child } });
        await Crm.ControlAsync("/merge", new { module = "Accounts", master, children = new[] { child } });
        var merged = await Crm.RecordAsync("Accounts", master);
        Assert.Equal(("Master", "555-0100"), ((string)merged["Account_Name"]!, (string)merged["Phone"]!));
        Assert.Equal(master, (string)(await Crm.RecordAsync("Contacts", contact))["Account_Name"]!["id"]!);
        Assert.Equal((204, child), ((await Crm.GetAsync($"/Accounts/{child}")).Status,
            (string)(await Crm.GetAsync("/Accounts/deleted")).Row(0)["id"]!));
    }

    [Fact]
    public async Task An_update_against_a_newer_record_is_refused_when_the_header_asks()
    {
        var id = await Crm.AddAsync("Accounts", new { Account_Name = "A" });
        var read = (string)(await Crm.RecordAsync("Accounts", id))["Modified_Time"]!;
        await Crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 5 });
        await Crm.ControlAsync("/records/Accounts", new[] { new { id, Phone = "555-0100" } });
        Crm.Headers["If-Unmodified-Since"] = read;
        (await Crm.PutAsync($"/Accounts/{id}", new { data = new[] { new { Phone = "555-0199" } } })).Refused(
            "ALREADY_MODIFIED", 412);
    }

    private async Task WaitDaysAsync(int days)
    {
        await Crm.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = days * 86_400L });
        Crm.Token = (string)(await Crm.RenewAsync())["access_token"]!;
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using static Isthmus.Flows.Tests.IntacctToCrm.IntacctDesk;

namespace Isthmus.Flows.Tests.IntacctToCrm;

public sealed class When_Intacct_is_carried_to_the_CRM : IAsyncLifetime
{
    private IntacctDesk desk = null!;

    public async Task InitializeAsync() => desk = await IntacctDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Customers_contacts_and_vendors_arrive_once_with_their_links_and_then_changes_only()
    {
        await desk.PutAsync("CUSTOMER",
            new { CUSTOMERID = "P1", NAME = "Holding", DISPLAYCONTACT = new { EMAIL1 = "office@holding.example", LASTNAME = "Office" } });
        await desk.PutAsync("CUSTOMER",
            new { CUSTOMERID = "C1", NAME = "Harbor Pump", PARENTID = "P1",
            DISPLAYCONTACT = new { PHONE1 = "555 0100", LASTNAME = "Desk" } });
        await desk.PutAsync("VENDOR", new { VENDORID = "V1", NAME = "Supply & Co" });
        // The child went before its parent had an id in the CRM, and was completed.
        Assert.Equal("3 3 0 0 0", await desk.LookAsync("intacct-customers", full: true));
        Assert.Equal("2 2 0 0 0", await desk.LookAsync("intacct-contacts", full: true));
        Assert.Equal("1 1 0 0 0", await desk.LookAsync("intacct-vendors", full: true));

        var holding = await desk.RecordAsync("Accounts", "Intacct_Customer_ID", "P1");
        var harbor = await desk.RecordAsync("Accounts", "Intacct_Customer_ID", "C1");
        Assert.Equal(Text(holding, "id"), Linked(harbor, "Parent_Account"));
        Assert.Equal("sage-intacct:harbor-co:" + Text(harbor, "Intacct_Record_No"), Text(harbor, "Isthmus_Key"));
        var contact = await desk.RecordAsync("Contacts", "Last_Name", "Desk");
        Assert.Equal(Text(harbor, "id"), Linked(contact, "Account_Name"));
        Assert.Equal("Supply & Co", Text(await desk.RecordAsync("Vendors", "Intacct_Vendor_ID", "V1"), "Vendor_Name"));

        // The overlap brings all of them again.
        var calls = await desk.World.CallsAsync("zoho-crm");
        Assert.Equal("2 0 2 0 0", await desk.LookAsync("intacct-customers"));
        Assert.Equal(calls, await desk.World.CallsAsync("zoho-crm"));
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", DISPLAYCONTACT = new { PHONE1 = "555 0199" } });
        Assert.Equal("2 1 1 0 0", await desk.LookAsync("intacct-customers"));
        Assert.Equal("555 0199", Text(await desk.RecordAsync("Accounts", "Intacct_Customer_ID", "C1"), "Phone"));
        Assert.Equal(2, (await desk.InCrmAsync("Accounts")).Count);
        Assert.Empty((await desk.FunctionsAsync()).Except(["getAPISession", "query", "read", "lookup", "readUserFormatting"]));
    }

    [Fact]
    public async Task A_contact_that_several_pages_show_is_written_once()
    {
        await using var paging = await IntacctDesk.StartAsync(("Isthmus:MasterData:PageSize", "2"));
        await paging.PutAsync("CONTACT", new { CONTACTNAME = "Ana Lund", LASTNAME = "Lund", PRINTAS = "Ana" });
        await paging.PutAsync("CUSTOMER",
            [.. Enumerable.Range(0, 4)
            .Select(at => new { CUSTOMERID = $"C{at}", NAME = $"Yard {(char)('A' + at)}", BILLTO = new { CONTACTNAME = "Ana Lund" } })]);
        await paging.LookAsync("intacct-customers", full: true);
        await paging.LookAsync("intacct-contacts", full: true);
        Assert.Empty(await paging.LettersAsync());
        var lund = await paging.RecordAsync("Contacts", "Last_Name", "Lund");
        Assert.Equal(Text(await paging.RecordAsync("Accounts", "Intacct_Customer_ID", "C0"), "id"), Linked(lund, "Account_Name"));
    }

    [Fact]
    public async Task One_bad_record_is_a_dead_letter_that_goes_through_when_it_is_right()
    {
        await desk.PutAsync("CUSTOMER",
            [.. Enumerable.Range(0, 20).Select(at => new { CUSTOMERID = $"C{at:00}", NAME = $"Company number {at}", CREDITLIMIT = "1" })]);
        await desk.PutAsync("VENDOR", new { VENDORID = "V1", NAME = "Supply", DISPLAYCONTACT = new { EMAIL1 = "no address" } },
            new { VENDORID = "V2", NAME = "Other" });
        Assert.Equal("20 20 0 0 0", await desk.LookAsync("intacct-customers", full: true));
        Assert.Equal("2 1 0 0 1", await desk.LookAsync("intacct-vendors", full: true));
        var letter = Assert.Single(await desk.LettersAsync());
        Assert.Contains("Email", letter.GetProperty("failure").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no address", letter.ToString(), StringComparison.Ordinal);

        await desk.PutAsync("VENDOR", new { VENDORID = "V1", DISPLAYCONTACT = new { EMAIL1 = "pay@supply.example" } });
        var run = Text(letter, "runId")!;
        (await desk.World.App.PostAsync($"/api/dead-letters/{run}/resubmit", null)).EnsureSuccessStatusCode();
        await desk.World.RunAsync(run, "done");
        Assert.Equal("pay@supply.example", Text(await desk.RecordAsync("Vendors", "Intacct_Vendor_ID", "V1"), "Email"));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("closed")]
    public async Task A_type_that_the_CRM_s_pick_list_lacks_is_taken_or_named_with_its_cure(string pickLists)
    {
        await desk.World.PostAsync("/_sandbox/zoho-crm/settings", new { pickLists });
        await desk.PutAsync("CUSTTYPE", new { NAME = "Shipyard" });
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor", CUSTTYPE = "Shipyard" });
        await desk.LookAsync("intacct-customers", full: true);
        if (pickLists == "open")
        {
            Assert.Equal("Shipyard", Text(await desk.RecordAsync("Accounts", "Intacct_Customer_ID", "C1"), "Intacct_Customer_Type"));
            return;
        }
        var failure = Assert.Single(await desk.LettersAsync()).GetProperty("failure");
        Assert.Equal("Intacct_Customer_Type", Text(failure, "field"));
        Assert.Contains("Wholesale", Text(failure, "message"), StringComparison.Ordinal);
        Assert.Contains("picklist", Text(failure, "cure"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_that_the_pick_lists_lack_are_told_before_anything_is_carried()
    {
        await desk.PutAsync("CUSTTYPE", new { NAME = "Wholesale" }, new { NAME = "Shipyard" }, new { NAME = "Gone", STATUS = "inactive" });
        var lists = (await desk.GetAsync("/api/connections/sage-intacct/pick-lists")).EnumerateArray().ToList();
        Assert.Equal(3, lists.Count);
        Assert.Equal(["Shipyard"], lists.Single(list => Text(list, "field") == "Intacct_Customer_Type").GetProperty("missing")
            .EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public async Task A_connection_that_was_refused_goes_on_by_itself_when_it_is_let_in_again()
    {
        await desk.SetAsync(new { userPassword = "changed" });
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync("intacct-customers"));
        await desk.World.CircuitAsync("sage-intacct", "paused");
        await desk.SetAsync(new { userPassword = "intacct-user-secret" });
        await desk.World.PassTimeAsync(TimeSpan.FromMinutes(20));
        await Support.Patience.UntilAsync<bool>(async () =>
        {
            try { return await desk.LookAsync("intacct-customers", full: true) == "1 1 0 0 0" ? true : null; }
            catch (InvalidOperationException) { return null; }
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_deleted_is_marked_at_the_next_look_where_the_audit_history_tells_of_it(bool audit)
    {
        await using var marking = await IntacctDesk.StartAsync(("Isthmus:MasterData:Deleted", "mark"));
        await marking.World.PostAsync("/_sandbox/zoho-crm/fields",
            new[] { new { module = "Accounts", api_name = "Isthmus_Inactive", data_type = "boolean" } });
        await marking.SetAsync(new { audit });
        await marking.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Gone" }, new { CUSTOMERID = "C2", NAME = "Staying" });
        await marking.LookAsync("intacct-customers", full: true);
        await marking.PutAsync("CUSTOMER", new Dictionary<string, object> { ["$delete"] = new[] { "C1" } });
        await marking.LookAsync("intacct-customers");
        Assert.Equal(audit, Inactive(await marking.RecordAsync("Accounts", "Intacct_Customer_ID", "C1")));
        await marking.LookAsync("intacct-customers", full: true);
        Assert.True(Inactive(await marking.RecordAsync("Accounts", "Intacct_Customer_ID", "C1")));
        Assert.False(Inactive(await marking.RecordAsync("Accounts", "Intacct_Customer_ID", "C2")));
    }

    private static bool Inactive(JsonElement record) => record.TryGetProperty("Isthmus_Inactive", out var flag)
        && flag.ValueKind == JsonValueKind.True;

    [Fact]
    public async Task An_edition_without_vendors_takes_customers_and_their_contacts()
    {
        await desk.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "standard" });
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        await desk.PutAsync("VENDOR", new { VENDORID = "V1", NAME = "Supply" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync("intacct-vendors"));
        Assert.Equal("1 1 0 0 0", await desk.LookAsync("intacct-customers", full: true));
        Assert.Equal("1 1 0 0 0", await desk.LookAsync("intacct-contacts", full: true));
        Assert.Empty(await desk.LettersAsync());
    }

    [Fact]
    public async Task The_connection_is_listed_and_passes_its_check()
    {
        Assert.Contains((await desk.GetAsync("/api/connections")).EnumerateArray(), shown => Text(shown, "id") == "sage-intacct");
        var report = await desk.GetAsync("/api/connections/sage-intacct/check");
        Assert.True(report.GetProperty("ok").GetBoolean(), report.ToString());
    }

    [Fact]
    public async Task A_record_can_be_shown_dry_and_carried_alone()
    {
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        var number = (await desk.World.LedgerAsync()).Root.GetProperty("sage-intacct").GetProperty("CUSTOMER")[0].GetProperty("RECORDNO")
            .ToString();
        Assert.Contains("Intacct_Customer_ID", (await desk.GetAsync($"/api/master-data/intacct-customers/records/{number}")).ToString(),
            StringComparison.Ordinal);
        Assert.Empty(await desk.InCrmAsync("Accounts"));
        var run = (await (await desk.World.App.PostAsync($"/api/master-data/intacct-customers/records/{number}",
            null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        await desk.World.RunAsync(run, "done");
        Assert.Single(await desk.InCrmAsync("Accounts"));
    }
}

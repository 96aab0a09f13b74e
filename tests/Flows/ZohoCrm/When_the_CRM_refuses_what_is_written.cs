using System.Net;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using Desk = Isthmus.Flows.Tests.MasterData.CrmDesk;

namespace Isthmus.Flows.Tests.ZohoCrm;

public sealed class When_the_CRM_refuses_what_is_written : IAsyncLifetime
{
    private Desk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await Desk.StartAsync(("Isthmus:Connections:zoho-crm:Limits:Retries", "1"));
        desk.Vendors.Enabled = true;
        await desk.World.PostAsync("/_sandbox/zoho-crm/settings", new { pickLists = "closed" });
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("""{"name":"A","industry":"Lighthouses"}""", "Industry", ", not 'Lighthouses'.",
        "Add 'Lighthouses' to the picklist of Industry in the CRM, or translate it in the mapping.")]
    [InlineData("""{"name":"A","zip":"0123456789012345678901234567890123456789"}""", "Billing_Code", "takes at most 30 characters, not 40.",
        "Shorten the value in the source, cut it in the mapping, or make the CRM's field longer.")]
    [InlineData("""{"name":"A","phone":"@@"}""", "Phone", "The field Phone must be of type phone.",
        "Correct the value in the source record or in the mapping.")]
    public async Task The_dead_letter_names_the_field_what_was_wrong_and_the_cure(string record, string field, string wrong, string cure)
    {
        desk.Parties.Put("01-A", JsonElement.Parse(record));
        const string name = "Ωμέγα 株式会社 שלום";
        desk.Parties.Put("01-B", new { name, industry = "Retail" });
        Assert.Equal("2 1 0 0 1", await desk.LookAsync(desk.Parties));
        var failure = Assert.Single(await desk.LettersAsync()).GetProperty("failure");
        Assert.Equal(("validation", field), (Desk.Text(failure, "class"), Desk.Text(failure, "field")));
        Assert.EndsWith(wrong, Desk.Text(failure, "message"), StringComparison.Ordinal);
        Assert.Equal(cure, Desk.Text(failure, "cure"));
        Assert.Equal(name, Desk.Text(await desk.RecordAsync("Accounts", "01-B"), "Account_Name"));
    }

    [Fact]
    public async Task A_field_that_leaves_the_layout_while_it_is_known_stops_the_flow_with_one_notice_and_no_dead_letter()
    {
        await FieldAsync(delete: false);
        desk.Vendors.Put("V-1", new { name = "First", colour = "red" });
        Assert.Equal("1 1 0 0 0", await desk.LookAsync(desk.Vendors));
        await FieldAsync(delete: true);
        desk.Vendors.Put("V-1", new { name = "First", colour = "blue" });
        desk.Vendors.Put("V-2", new { name = "Second", colour = "red" });
        for (var time = 0; time < 2; time++)
            Assert.Contains("Vendors of the CRM has no field Colour. Add it to the layout, or take it out of the mapping test-vendor.",
                await RefusedAsync(), StringComparison.Ordinal);
        Assert.Empty(await desk.LettersAsync());

        await FieldAsync(delete: false);
        Assert.Equal("2 2 0 0 0", await desk.LookAsync(desk.Vendors));
    }

    [Fact]
    public async Task A_module_that_goes_while_it_is_known_stops_the_flow_with_one_notice_and_no_dead_letter()
    {
        desk.Vendors.Put("V-1", new { name = "First" });
        Assert.Equal("1 1 0 0 0", await desk.LookAsync(desk.Vendors));
        await desk.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "standard" });
        desk.Vendors.Put("V-1", new { name = "First & Sons" });
        for (var time = 0; time < 2; time++)
            Assert.Contains("offers no module Vendors", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Empty(await desk.LettersAsync());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task A_page_in_the_place_of_an_answer_is_no_dead_letter_and_no_second_record(int status)
    {
        await desk.World.FaultAsync(new { vendor = "zoho-crm", match = "upsert", kind = "status", status, code = "html" });
        desk.Parties.Put("01-A", new { name = "A" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(desk.Parties));
        Assert.Empty(await desk.LettersAsync());
        await desk.World.HealAsync();
        await Patience.UntilAsync<bool>(async () => await CarriedAsync() ? true : null);
        await desk.RecordAsync("Accounts", "01-A");
    }

    private async Task<bool> CarriedAsync()
    {
        try { return await desk.LookAsync(desk.Parties) is "1 1 0 0 0" or "1 0 1 0 0"; }
        catch (InvalidOperationException) { return false; }
    }

    private async Task<string> RefusedAsync()
    {
        desk.World.Clock.Advance(TimeSpan.FromSeconds(1));
        var refused = await desk.World.App.PostAsync("/api/master-data/test-vendors/look", null);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        return await refused.Content.ReadAsStringAsync();
    }

    private Task FieldAsync(bool delete) => desk.World.PostAsync("/_sandbox/zoho-crm/fields", delete
        ? new object[] { new { module = "Vendors", api_name = "Colour", delete } }
        : [new { module = "Vendors", api_name = "Colour", data_type = "text", length = 20 }]);
}

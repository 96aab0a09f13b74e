using System.Net;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_the_CRM_offers_less : IAsyncLifetime
{
    private CrmDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await CrmDesk.StartAsync();
        desk.Vendors.Enabled = true;
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods" });
        desk.Vendors.Put("V-1", new { name = "Airway Property" });
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_flow_to_a_module_that_the_edition_lacks_is_off_with_one_notice_and_on_after_an_upgrade()
    {
        await desk.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "standard" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(desk.Vendors));
        Assert.Equal("1 1 0 0 0", await desk.LookAsync(desk.Parties));
        var shown = await desk.FlowAsync(desk.Vendors);
        Assert.False(shown.GetProperty("on").GetBoolean());
        Assert.Contains("Vendors", CrmDesk.Text(shown, "why"), StringComparison.Ordinal);
        Assert.Empty(await desk.LettersAsync());

        await desk.World.PostAsync("/_sandbox/zoho-crm/edition", new { paidType = "professional" });
        desk.World.Clock.Advance(TimeSpan.FromHours(2));
        // The app's own clock may look first.
        await Patience.UntilAsync<bool>(async () =>
            (await desk.World.App.PostAsync("/api/master-data/test-vendors/look", null)).IsSuccessStatusCode ? true : null);
        await desk.RecordAsync("Vendors", "V-1");
        Assert.True((await desk.FlowAsync(desk.Vendors)).GetProperty("on").GetBoolean());
    }

    [Fact]
    public async Task A_field_that_the_layout_lacks_is_one_notice_and_no_record_fails()
    {
        desk.Vendors.Put("V-2", new { name = "Second", colour = "red" });
        var refused = await desk.World.App.PostAsync("/api/master-data/test-vendors/look", null);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Colour", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await desk.LettersAsync());
        Assert.Empty(await desk.InCrmAsync("Vendors"));

        await ColourAsync();
        Assert.Equal("2 2 0 0 0", await desk.LookAsync(desk.Vendors));
    }

    [Fact]
    public async Task A_field_that_leaves_the_layout_later_is_one_notice_too()
    {
        await ColourAsync();
        foreach (var key in new[] { "V-1", "V-2" }) desk.Vendors.Put(key, new { name = key, colour = "red" });
        Assert.Equal("2 2 0 0 0", await desk.LookAsync(desk.Vendors));
        await ColourAsync(delete: true);
        foreach (var key in new[] { "V-1", "V-2" }) desk.Vendors.Put(key, new { name = key, colour = "blue" });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(desk.Vendors));
        Assert.Contains("has no field Colour. Add it to the layout", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await desk.LettersAsync());

        await ColourAsync();
        Assert.Equal("2 2 0 0 0", await desk.LookAsync(desk.Vendors));
        Assert.Equal("blue", CrmDesk.Text(await desk.RecordAsync("Vendors", "V-1"), "Colour"));
    }

    [Fact]
    public async Task A_field_that_nobody_fills_any_more_may_leave_the_layout()
    {
        await ColourAsync();
        desk.Vendors.Put("V-1", new { name = "First", colour = "red" });
        await desk.LookAsync(desk.Vendors);
        await ColourAsync(delete: true);
        desk.Vendors.Put("V-1", new { name = "Second" });
        Assert.Equal("1 1 0 0 0", await desk.LookAsync(desk.Vendors));
        Assert.Empty(await desk.LettersAsync());
    }

    private Task ColourAsync(bool delete = false) => desk.World.PostAsync(
        "/_sandbox/zoho-crm/fields", new[] { new { module = "Vendors", api_name = "Colour", data_type = "text", length = 20, delete } });
}

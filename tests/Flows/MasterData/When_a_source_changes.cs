namespace Isthmus.Flows.Tests.MasterData;

public sealed class When_a_source_changes : IAsyncLifetime
{
    private CrmDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await CrmDesk.StartAsync();
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", phone = "312-555-0142", city = "Chicago", staff = 12 });
        desk.Parties.Put("01-NORV01", new { name = "Norvale Trading", city = "Leeds" });
        desk.Parties.Put("01-OLD01", new { name = "Old", skip = "It is not active." });
        Assert.Equal("3 2 0 1 0", await desk.LookAsync(desk.Parties));
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Each_record_is_in_the_CRM_under_our_key()
    {
        Assert.Equal(2, (await desk.InCrmAsync("Accounts")).Count);
        var harbor = await desk.RecordAsync("Accounts", "01-HARB01");
        Assert.Equal(("Harbor Foods", 12), (CrmDesk.Text(harbor, "Account_Name"), harbor.GetProperty("Employees").GetInt32()));
    }

    [Fact]
    public async Task A_look_that_finds_nothing_new_costs_the_CRM_no_call()
    {
        var before = await desk.CallsAsync();
        Assert.Equal("3 0 2 1 0", await desk.LookAsync(desk.Parties));
        Assert.Equal("3 0 2 1 0", await desk.LookAsync(desk.Parties, full: false));
        Assert.Equal(before, await desk.CallsAsync());
    }

    [Fact]
    public async Task A_record_that_comes_on_two_pages_is_written_once_as_it_came_last()
    {
        desk.Parties.Again = ["01-HARB01"];
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", city = "Milwaukee", staff = 12 });
        Assert.Equal("4 1 2 1 0", await desk.LookAsync(desk.Parties));
        Assert.Equal(2, (await desk.InCrmAsync("Accounts")).Count);
    }

    [Fact]
    public async Task What_changed_is_written_and_what_is_empty_now_is_cleared()
    {
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", city = "Milwaukee", staff = 12 });
        Assert.Equal("3 1 1 1 0", await desk.LookAsync(desk.Parties));
        var harbor = await desk.RecordAsync("Accounts", "01-HARB01");
        Assert.Equal(("Milwaukee", null), (CrmDesk.Text(harbor, "Billing_City"), CrmDesk.Text(harbor, "Phone")));
    }

    [Fact]
    public async Task The_audit_names_the_fields_and_the_mapping_and_no_value()
    {
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", city = "Milwaukee", staff = 12 });
        await desk.LookAsync(desk.Parties);
        var entry = (await desk.GetAsync("/api/audit?limit=100")).GetProperty("items").EnumerateArray()
            .First(line => line.GetProperty("action").GetString() == "update Accounts");
        Assert.Equal("Billing_City,Phone", entry.GetProperty("fields").GetString());
        Assert.StartsWith("test-party@1.0.0", entry.GetProperty("mapping").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Milwaukee", entry.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_wrote_something_has_a_run_and_a_quiet_one_has_none()
    {
        await desk.LookAsync(desk.Parties);
        var run = Assert.Single((await desk.GetAsync("/api/runs?flow=master-data-look")).GetProperty("items").EnumerateArray());
        Assert.Equal(("done", "3 read: 2 written, 0 unchanged, 1 skipped, 0 failed."), (CrmDesk.Text(run, "state"), CrmDesk.Text(run, "outcome")));
    }

    [Fact]
    public async Task The_overview_shows_the_flow_with_its_last_look()
    {
        var shown = await desk.FlowAsync(desk.Parties);
        Assert.Equal("3 2 0 1 0", CrmDesk.Counts(shown.GetProperty("last").GetProperty("counts")));
        Assert.True(shown.GetProperty("on").GetBoolean());
        Assert.Contains("switched off", CrmDesk.Text(await desk.FlowAsync(desk.Vendors), "why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_changes_cost_at_most_twelve_writes()
    {
        foreach (var n in Enumerable.Range(0, 1_000)) desk.Parties.Put($"02-C{n:D5}", new { name = $"Customer {n}", city = $"City {n}" });
        await desk.LookAsync(desk.Parties);
        foreach (var n in Enumerable.Range(0, 1_000)) desk.Parties.Put($"02-C{n:D5}", new { name = $"Customer {n}", city = "York" });
        var before = await desk.CallsAsync();
        Assert.Equal("1003 1000 2 1 0", await desk.LookAsync(desk.Parties));
        Assert.InRange(await desk.CallsAsync() - before, 10, 12);
        Assert.Equal(1_000, (await desk.InCrmAsync("Accounts")).Count(account => CrmDesk.Text(account, "Billing_City") == "York"));
    }

    [Fact]
    public async Task A_thousand_changes_among_many_records_cost_no_more()
    {
        foreach (var n in Enumerable.Range(0, 4_000)) desk.Parties.Put($"02-C{n:D5}", new { name = $"Customer {n}", city = $"City {n}" });
        await desk.LookAsync(desk.Parties);
        foreach (var n in Enumerable.Range(0, 1_000)) desk.Parties.Put($"02-C{n * 4:D5}", new { name = $"Customer {n * 4}", city = "Leeds" });
        var before = await desk.CallsAsync();
        Assert.Equal("4003 1000 3002 1 0", await desk.LookAsync(desk.Parties, full: true));
        // Beside ten writes, a look at everything reads what was changed and deleted in the CRM, 200 records a call.
        Assert.InRange(await desk.CallsAsync() - before, 10, 36);
    }

    [Fact]
    public async Task What_would_change_is_shown_field_by_field_without_personal_values()
    {
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", city = "Milwaukee", staff = 14 });
        desk.World.Clock.Advance(TimeSpan.FromSeconds(1));
        var dry = await desk.PostAsync("/api/master-data/test-parties/look?dry=true");
        Assert.Equal("3 1 1 1 0", CrmDesk.Counts(dry.GetProperty("counts")));
        var record = Assert.Single(dry.GetProperty("records").EnumerateArray());
        Assert.Equal(
            [("Billing_City", "***", "***"), ("Employees", "12", "14"), ("Phone", "***", null)],
            record.GetProperty("fields").EnumerateArray()
                .Select(field => (CrmDesk.Text(field, "field")!, CrmDesk.Text(field, "before"), CrmDesk.Text(field, "after"))).Order());
        Assert.Equal("Chicago", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-HARB01"), "Billing_City"));
    }

    [Fact]
    public async Task One_record_is_shown_and_carried_alone()
    {
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", city = "Chicago", staff = 15 });
        desk.Parties.Put("01-NORV01", new { name = "Norvale Trading", city = "York" });
        var shown = await desk.GetAsync("/api/master-data/test-parties/records/01-HARB01");
        Assert.Equal(["Employees", "Phone"], shown.GetProperty("change").GetProperty("fields").EnumerateArray()
            .Select(field => CrmDesk.Text(field, "field")!).Order());
        var run = (await desk.PostAsync("/api/master-data/test-parties/records/01-HARB01")).GetProperty("id").GetString()!;
        await desk.World.RunAsync(run, "done");
        Assert.Equal(15, (await desk.RecordAsync("Accounts", "01-HARB01")).GetProperty("Employees").GetInt32());
        Assert.Equal("Leeds", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-NORV01"), "Billing_City"));
    }
}

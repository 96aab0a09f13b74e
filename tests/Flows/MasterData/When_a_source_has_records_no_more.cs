using System.Text.Json;
using Isthmus.Core.MasterData;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>What a look at everything makes of records that their source does not show any more.</summary>
public sealed class When_a_source_has_records_no_more
{
    private const string Run = "crm-test-parties-";

    [Fact]
    public async Task They_are_left_and_told()
    {
        await using var desk = await StartAsync();
        desk.Parties.Remove("01-C001");
        await desk.LookAsync(desk.Parties, full: true);
        Assert.Equal("City 1", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-C001"), "Billing_City"));
        var audit = (await desk.GetAsync("/api/audit?limit=5")).GetProperty("items").EnumerateArray();
        Assert.Single(audit, entry => CrmDesk.Text(entry, "action") == "gone at its source: leave");
        Assert.Equal("gone", await StandingAsync(desk, "01-C001"));
    }

    [Fact]
    public async Task They_are_marked_until_they_come_back()
    {
        await using var desk = await StartAsync(("Isthmus:MasterData:Deleted", "mark"));
        await desk.World.PostAsync(
            "/_sandbox/zoho-crm/fields", new[] { new { module = "Accounts", api_name = "Isthmus_Inactive", data_type = "boolean" } });
        desk.Parties.Remove("01-C001");
        await desk.LookAsync(desk.Parties, full: true);
        Assert.True((await desk.RecordAsync("Accounts", "01-C001")).GetProperty("Isthmus_Inactive").GetBoolean());

        desk.Parties.Put("01-C001", new { name = "Customer 1", city = "City 1" });
        Assert.Equal("30 1 29 0 0", await desk.LookAsync(desk.Parties, full: true));
        Assert.NotEqual(
            JsonValueKind.True, (await desk.RecordAsync("Accounts", "01-C001")).GetProperty("Isthmus_Inactive").ValueKind);
    }

    [Fact]
    public async Task A_CRM_that_cannot_mark_them_is_told_of()
    {
        await using var desk = await StartAsync(("Isthmus:MasterData:Deleted", "mark"));
        desk.Parties.Remove("01-C001");
        await desk.LookAsync(desk.Parties, full: true);
        Assert.Contains(desk.World.Log.All, line => line.Contains("could not be treated", StringComparison.Ordinal));
        Assert.Equal("carried", await StandingAsync(desk, "01-C001"));
    }

    [Fact]
    public async Task They_can_be_unlinked()
    {
        await using var desk = await StartAsync(("Isthmus:MasterData:Deleted", "unlink"));
        desk.Parties.Remove("01-C001");
        await desk.LookAsync(desk.Parties, full: true);
        Assert.Single(await desk.InCrmAsync("Accounts"), account => CrmDesk.Text(account, "Isthmus_Key") is null);
    }

    [Fact]
    public async Task A_person_decides_about_each_where_the_company_wants_that()
    {
        await using var desk = await StartAsync(("Isthmus:MasterData:Deleted", "unlink"), ("Isthmus:MasterData:HoldDeleted", "true"));
        foreach (var key in new[] { "01-C001", "01-C002" }) desk.Parties.Remove(key);
        await desk.LookAsync(desk.Parties, full: true);
        var held = await desk.World.RunAsync(Run + "01-C001", "held");
        Assert.Contains("Approve to unlink", CrmDesk.Text(held.GetProperty("run"), "outcome"), StringComparison.Ordinal);
        await desk.World.RunAsync(Run + "01-C002", "held");
        Assert.All(await desk.InCrmAsync("Accounts"), account => Assert.NotNull(CrmDesk.Text(account, "Isthmus_Key")));

        await desk.PostAsync($"/api/runs/{Run}01-C001/approve");
        await desk.PostAsync($"/api/runs/{Run}01-C002/reject");
        await desk.World.RunAsync(Run + "01-C001", "done");
        await desk.World.RunAsync(Run + "01-C002", "ignored");
        await desk.LookAsync(desk.Parties, full: true);
        Assert.Equal(("gone", "gone"), (await StandingAsync(desk, "01-C001"), await StandingAsync(desk, "01-C002")));
        await desk.RecordAsync("Accounts", "01-C002");
        Assert.Single(await desk.InCrmAsync("Accounts"), account => CrmDesk.Text(account, "Isthmus_Key") is null);
    }

    [Fact]
    public async Task One_that_is_back_before_the_person_decides_goes_on()
    {
        await using var desk = await StartAsync(("Isthmus:MasterData:Deleted", "unlink"), ("Isthmus:MasterData:HoldDeleted", "true"));
        desk.Parties.Remove("01-C001");
        await desk.LookAsync(desk.Parties, full: true);
        await desk.World.RunAsync(Run + "01-C001", "held");
        desk.Parties.Put("01-C001", new { name = "Customer 1", city = "York" });
        await desk.LookAsync(desk.Parties);
        await desk.PostAsync($"/api/runs/{Run}01-C001/approve");
        await desk.World.RunAsync(Run + "01-C001", "done");
        Assert.Equal("York", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-C001"), "Billing_City"));
        Assert.Equal("carried", await StandingAsync(desk, "01-C001"));
    }

    [Fact]
    public async Task A_source_that_shows_half_of_its_records_does_no_harm()
    {
        await using var desk = await StartAsync(("Isthmus:MasterData:Deleted", "unlink"));
        foreach (var key in desk.Parties.Keys.Take(25).ToList()) desk.Parties.Remove(key);
        await desk.LookAsync(desk.Parties, full: true);
        Assert.All(await desk.InCrmAsync("Accounts"), account => Assert.NotNull(CrmDesk.Text(account, "Isthmus_Key")));
    }

    [Fact]
    public async Task Nor_does_one_that_shows_few_of_very_many()
    {
        await using var desk = await StartAsync();
        var store = desk.World.Services.GetRequiredService<MasterStore>();
        await store.KeepAsync(desk.Parties.Name, Enumerable.Range(0, 6_000).Select(
            n => (new KeptRecord($"02-C{n:D5}") { CrmId = $"{n}", Mark = "written" }, (string?)null)));
        await desk.LookAsync(desk.Parties, full: true);
        Assert.Equal(0, await store.AllAsync(desk.Parties.Name).CountAsync(record => record.Standing == RecordStanding.Gone));
    }

    [Fact]
    public async Task A_look_that_was_interrupted_finds_them_when_it_went_on()
    {
        await using var desk = await StartAsync(("Isthmus:MasterData:PageSize", "1"));
        desk.Parties.Remove("01-C001");
        var pages = 0;
        desk.Parties.BeforePage = _ => ++pages == 25 ? throw new HttpRequestException("The source is away.") : Task.CompletedTask;
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(desk.Parties, full: true));
        await desk.LookAsync(desk.Parties, full: true);
        Assert.InRange(pages, 30, 40);
        Assert.Equal("gone", await StandingAsync(desk, "01-C001"));
    }

    private static async Task<string?> StandingAsync(CrmDesk desk, string key) =>
        CrmDesk.Text(await desk.GetAsync($"/api/master-data/test-parties/records/{key}"), "standing");

    private static Task<CrmDesk> StartAsync(params (string, string)[] settings) => CrmDesk.OfThirtyAsync(settings);
}

using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.MasterData.Duplicates;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>Somebody made the account by hand before its customer was carried.</summary>
public sealed class When_the_CRM_has_a_record_already : IAsyncLifetime
{
    private const string Run = "crm-test-parties-01-HARB01";
    private CrmDesk desk = null!;
    private string known = "";

    public async Task InitializeAsync()
    {
        desk = await CrmDesk.StartAsync();
        known = (await desk.ByHandAsync("Accounts", new
        {
            Account_Name = "Harbor Foods, Inc.", Phone = "+1 (312) 555-0142", Website = "https://www.harborfoods.example", Billing_City = "Chicago",
            Industry = "Retail",
        }))[0];
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task One_that_is_surely_the_same_is_linked_and_keeps_what_is_not_ours()
    {
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", phone = "312-555-0142", web = "harborfoods.example", city = "Chicago" });
        Assert.Equal("1 1 0 0 0", await desk.LookAsync(desk.Parties));
        var account = Assert.Single(await desk.InCrmAsync("Accounts"));
        Assert.Equal((known, "sage-100:ABC:01-HARB01", "Harbor Foods", "Retail"), (
            CrmDesk.Text(account, "id"), CrmDesk.Text(account, "Isthmus_Key"),
            CrmDesk.Text(account, "Account_Name"), CrmDesk.Text(account, "Industry")));
    }

    [Theory]
    [InlineData("PUT /zoho-crm/crm/v8/Accounts", "drop-before")]
    [InlineData("PUT /zoho-crm/crm/v8/Accounts", "drop-after")]
    [InlineData("GET /zoho-crm/crm/v8/Accounts", "drop-before")]
    public async Task One_that_could_not_be_linked_at_once_is_linked_later_and_not_made(string match, string fault)
    {
        await desk.World.FaultAsync(new { vendor = "zoho-crm", match, kind = fault, count = 20 });
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", phone = "312-555-0142", web = "harborfoods.example", city = "Chicago" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(desk.Parties));
        await desk.World.HealAsync();
        await desk.World.PassTimeAsync(TimeSpan.FromMinutes(20));
        await Patience.UntilAsync<bool>(async () => await TriedAsync() ? true : null);
        Assert.Equal((known, "sage-100:ABC:01-HARB01"), Ids(Assert.Single(await desk.InCrmAsync("Accounts"))));
    }

    [Fact]
    public async Task Many_that_are_surely_the_same_cost_no_call_each()
    {
        await desk.ByHandAsync("Accounts", [.. Enumerable.Range(1, 40).Select(n => new
        {
            Account_Name = $"{n * 7919} Works", Phone = $"312{n * 104_729:D7}", Website = $"www.w{n * 7919}.example",
        })]);
        foreach (var n in Enumerable.Range(1, 40))
            desk.Parties.Put($"02-W{n:D2}", new { name = $"{n * 7919} Works Ltd", phone = $"+1 312 {n * 104_729:D7}", web = $"w{n * 7919}.example" });
        var before = await desk.CallsAsync();
        Assert.Equal("40 40 0 0 0", await desk.LookAsync(desk.Parties));
        Assert.InRange(await desk.CallsAsync() - before, 3, 14);
        Assert.Equal(41, (await desk.InCrmAsync("Accounts")).Count);
    }

    [Fact]
    public async Task Runs_that_ask_by_turns_do_not_have_it_read_for_each_record()
    {
        var finder = desk.World.Services.GetRequiredService<IDuplicateFinder>();
        var record = JsonElement.Parse("""{"Account_Name":"Norvale Trading"}""");
        await finder.JudgeAsync("Accounts", record, "first", CancellationToken.None);
        var before = await desk.CallsAsync();
        for (var turn = 0; turn < 10; turn++)
            await finder.JudgeAsync("Accounts", record, turn % 2 == 0 ? "second" : "first", CancellationToken.None);
        Assert.Equal(before + 1, await desk.CallsAsync());
    }

    [Fact]
    public async Task Another_company_is_made()
    {
        desk.Parties.Put("01-NORV01", new { name = "Norvale Trading", phone = "0113 496 0000", city = "Leeds" });
        Assert.Equal("1 1 0 0 0", await desk.LookAsync(desk.Parties));
        Assert.Equal(2, (await desk.InCrmAsync("Accounts")).Count);
    }

    [Fact]
    public async Task One_that_may_be_the_same_is_held_and_approving_links_it()
    {
        await HeldAsync();
        await desk.PostAsync($"/api/runs/{Run}/approve");
        await desk.World.RunAsync(Run, "done");
        Assert.Equal((known, "sage-100:ABC:01-HARB01"), Ids(Assert.Single(await desk.InCrmAsync("Accounts"))));
    }

    [Fact]
    public async Task Approving_with_the_note_new_makes_one_of_its_own()
    {
        await HeldAsync();
        await desk.PostAsync($"/api/runs/{Run}/approve?note=new");
        await desk.World.RunAsync(Run, "done");
        Assert.Equal(2, (await desk.InCrmAsync("Accounts")).Count);
        Assert.NotEqual(known, CrmDesk.Text(await desk.RecordAsync("Accounts", "01-HARB01"), "id"));
    }

    [Fact]
    public async Task Approving_with_an_id_that_is_none_asks_again()
    {
        await HeldAsync();
        await desk.PostAsync($"/api/runs/{Run}/approve?note=12345");
        await Patience.UntilAsync<bool>(async () => CrmDesk.Text((await desk.World.RunAsync(Run, "held", "running")).GetProperty("run"), "outcome")
            is { } outcome && outcome.StartsWith("12345", StringComparison.Ordinal) ? true : null);
        await desk.PostAsync($"/api/runs/{Run}/approve?note={known}");
        await desk.World.RunAsync(Run, "done");
        Assert.Single(await desk.InCrmAsync("Accounts"));
    }

    [Fact]
    public async Task Rejecting_leaves_it_out_until_somebody_wants_it()
    {
        await HeldAsync();
        await desk.PostAsync($"/api/runs/{Run}/reject");
        await desk.World.RunAsync(Run, "ignored");
        desk.Parties.Put("01-HARB01", new { name = "Harbor Food Stores", city = "Chicago" });
        Assert.Equal("1 0 0 1 0", await desk.LookAsync(desk.Parties));
        Assert.Null(CrmDesk.Text(Assert.Single(await desk.InCrmAsync("Accounts")), "Isthmus_Key"));
    }

    private async Task<bool> TriedAsync()
    {
        try { return (await desk.LookAsync(desk.Parties)).StartsWith("1 ", StringComparison.Ordinal); }
        catch (InvalidOperationException) { return false; }
    }

    private async Task HeldAsync()
    {
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", city = "Chicago" });
        Assert.Equal("1 0 0 1 0", await desk.LookAsync(desk.Parties));
        var held = await desk.World.RunAsync(Run, "held");
        Assert.Contains(known, CrmDesk.Text(held.GetProperty("run"), "outcome"), StringComparison.Ordinal);
        Assert.DoesNotContain("Harbor", CrmDesk.Text(held.GetProperty("run"), "outcome"), StringComparison.Ordinal);
    }

    private static (string?, string?) Ids(JsonElement account) => (CrmDesk.Text(account, "id"), CrmDesk.Text(account, "Isthmus_Key"));
}

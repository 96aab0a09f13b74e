using Isthmus.Flows.Tests.Histories;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>Keeps the histories of single records, with ISTHMUS_RECORD=1.</summary>
public sealed class When_the_flow_is_recorded : IAsyncLifetime
{
    private const string Run = "crm-test-parties-01-HARB01";
    private CrmDesk desk = null!;

    public async Task InitializeAsync() => desk = await CrmDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_record_was_held_and_linked()
    {
        await desk.ByHandAsync("Accounts", new { Account_Name = "Harbor Foods, Inc.", Billing_City = "Chicago" });
        desk.Parties.Put("01-HARB01", new { name = "Harbor Foods", city = "Chicago" });
        await desk.LookAsync(desk.Parties);
        await desk.World.RunAsync(Run, "held");
        await KeepAsync("master-record.held", ended: false);
        await desk.PostAsync($"/api/runs/{Run}/approve");
        await desk.World.RunAsync(Run, "done");
        await KeepAsync("master-record.linked");
    }

    [Fact]
    public async Task A_record_is_a_dead_letter_again()
    {
        desk.Parties.Put("01-HARB01", new { name = "" });
        await desk.LookAsync(desk.Parties);
        await desk.PostAsync($"/api/dead-letters/{Run}/resubmit");
        await KeepAsync("master-record.refused");
        Assert.Single(await desk.LettersAsync());
    }

    private async Task KeepAsync(string name, bool ended = true)
    {
        var client = desk.World.Parts.Engine.Client;
        if (ended) await desk.World.OverAsync(Run);
        if (Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1") await KeptHistory.KeepAsync(name, client, Run);
    }
}

using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>A record that the CRM may have already, and one that its source has no more: a person approves what is asked of both.</summary>
internal sealed class TwoDecisions : Scenario, IDisposable
{
    private static readonly string[] Runs = ["crm-test-parties-01-HARB01", "crm-test-parties-02-GONE"];

    private readonly CrmSources sources = new();
    private string known = "";

    public override (string, string)[] Settings =>
    [
        .. sources.Settings, ("Isthmus:Connections:zoho-crm:Limits:Retries", "0"), ("Isthmus:MasterData:Deleted", "unlink"),
        ("Isthmus:MasterData:HoldDeleted", "true"),
    ];

    public override Action<FunctionsApplicationBuilder> Furnish => sources.Furnish;

    public override async Task PrepareAsync(World world)
    {
        sources.Clock = world.Clock;
        await CrmSettings.MakePatientAsync(world.Sandbox);
        var desk = new CrmDesk(world, sources);
        sources.Parties.Put("02-GONE", new { name = "Gone Trading", city = "Leeds" });
        await desk.LookAsync(sources.Parties);
        sources.Parties.Remove("02-GONE");
        known = (await desk.ByHandAsync("Accounts", new { Account_Name = "Harbor Foods, Inc.", Billing_City = "Chicago" }))[0];
        sources.Parties.Put("01-HARB01", new { name = "Harbor Foods", city = "Chicago" });
        await desk.LookAsync(sources.Parties, full: true);
        foreach (var run in Runs) await world.RunAsync(run, "held");
    }

    public override Task BeginAsync(World world) => ApproveAsync(world, CancellationToken.None);

    public override Task NudgeAsync(World world, CancellationToken cancellation) => ApproveAsync(world, cancellation);

    public override async Task EndedAsync(World world, CancellationToken cancellation)
    {
        foreach (var run in Runs) await OverAsync(world, run, cancellation);
    }

    public override async Task ProveAsync(World world)
    {
        var desk = new CrmDesk(world, sources);
        Assert.Equal(known, CrmDesk.Text(await desk.RecordAsync("Accounts", "01-HARB01"), "id"));
        var accounts = await desk.InCrmAsync("Accounts");
        Assert.Equal(2, accounts.Count);
        Assert.Single(accounts, account => CrmDesk.Text(account, "Account_Name") == "Gone Trading" && CrmDesk.Text(account, "Isthmus_Key") is null);
        foreach (var run in Runs) await world.RunAsync(run, "done");
    }

    public void Dispose() => sources.Dispose();

    /// <summary>A run that is not held any more refuses it.</summary>
    private static async Task ApproveAsync(World world, CancellationToken cancellation)
    {
        foreach (var run in Runs)
        {
            try { await world.App.PostAsync($"/api/runs/{run}/approve", null, cancellation); }
            catch (HttpRequestException) { }
        }
    }
}

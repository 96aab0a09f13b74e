using System.Text.Json;
using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>
/// A new account, one that the CRM has already, a changed one whose parent comes only now, and a contact: looked at until they are through.
/// </summary>
internal sealed class OneLook : Scenario, IDisposable
{
    private readonly CrmSources sources = new();

    public override (string, string)[] Settings => [.. sources.Settings, ("Isthmus:Connections:zoho-crm:Limits:Retries", "0")];

    public override Action<FunctionsApplicationBuilder> Furnish => sources.Furnish;

    public override async Task PrepareAsync(World world)
    {
        sources.Clock = world.Clock;
        sources.People.Enabled = true;
        await CrmSettings.MakePatientAsync(world.Sandbox);
        var desk = new CrmDesk(world, sources);
        sources.Parties.Put("01-CHILD", new { name = "Child", parent = "01-PARENT" });
        await desk.LookAsync(sources.Parties);
        await desk.ByHandAsync("Accounts", new { Account_Name = "Harbor Foods", Phone = "312-555-0142", Website = "www.harborfoods.example" });
    }

    public override Task BeginAsync(World world)
    {
        sources.Parties.Put("01-CHILD", new { name = "Child", parent = "01-PARENT", city = "Leeds" });
        sources.Parties.Put("01-HARB01", new { name = "Harbor Foods", phone = "312-555-0142", web = "www.harborfoods.example" });
        sources.Parties.Put("01-PARENT", new { name = "Parent" });
        sources.People.Put("01-HARB01-ANA", new { first = "Ana", last = "Prado", account = "01-HARB01" });
        return LookAsync(world, CancellationToken.None);
    }

    public override Task NudgeAsync(World world, CancellationToken cancellation) => LookAsync(world, cancellation);

    public override Task EndedAsync(World world, CancellationToken cancellation) => Patience.UntilAsync<bool>(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        return (await world.LedgerAsync()).Root.GetProperty("zoho-crm") is var crm
            && crm.GetProperty("Contacts").GetArrayLength() > 0
            && crm.GetProperty("Accounts").EnumerateArray().Any(account => account.GetProperty("Parent_Account").ValueKind == JsonValueKind.Object)
            ? true : null;
    });

    public override async Task ProveAsync(World world)
    {
        var desk = new CrmDesk(world, sources);
        // The look that was under way at the restart ends first.
        await Patience.UntilAsync<bool>(async () => await QuietAsync(desk) ? true : null);
        Assert.Equal(
            ["sage-100:ABC:01-CHILD", "sage-100:ABC:01-HARB01", "sage-100:ABC:01-PARENT"],
            (await desk.InCrmAsync("Accounts")).Select(account => CrmDesk.Text(account, "Isthmus_Key")!).Order());
        Assert.Equal("Leeds", CrmDesk.Text(await desk.RecordAsync("Accounts", "01-CHILD"), "Billing_City"));
        var harbor = CrmDesk.Text(await desk.RecordAsync("Accounts", "01-HARB01"), "id");
        var ana = Assert.Single(await desk.InCrmAsync("Contacts"));
        Assert.Equal(harbor, CrmDesk.Text(ana.GetProperty("Account_Name"), "id"));
    }

    public void Dispose() => sources.Dispose();

    private async Task<bool> QuietAsync(CrmDesk desk)
    {
        try
        {
            return await desk.LookAsync(sources.Parties, full: true) == "3 0 3 0 0"
                && await desk.LookAsync(sources.People, full: true) == "1 0 1 0 0";
        }
        catch (InvalidOperationException) { return false; }
    }

    private async Task LookAsync(World world, CancellationToken cancellation)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var flow in new[] { sources.Parties, sources.People })
        {
            try { await world.App.PostAsync($"/api/master-data/{flow.Name}/look", null, cancellation); }
            catch (HttpRequestException) { }
        }
    }
}

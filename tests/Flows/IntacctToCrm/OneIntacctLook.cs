using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using static Isthmus.Flows.Tests.IntacctToCrm.IntacctDesk;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>A customer, its parent, its contact and a vendor, looked at until they are in the CRM.</summary>
internal sealed class OneIntacctLook : Scenario
{
    private static readonly string[] Flows = ["intacct-customers", "intacct-contacts", "intacct-vendors"];

    public override (string, string)[] Settings =>
    [
        .. IntacctDesk.Settings, ("Isthmus:Connections:zoho-crm:Limits:Retries", "0"),
        ("Isthmus:Connections:sage-intacct:Limits:Retries", "0"),
    ];

    public override async Task PrepareAsync(World world)
    {
        var desk = new IntacctDesk(world);
        await desk.FurnishAsync();
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "P1", NAME = "Holding" });
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor Pump", PARENTID = "P1" });
        await desk.PutAsync("VENDOR", new { VENDORID = "V1", NAME = "Supply & Co" });
    }

    public override Task BeginAsync(World world) => LookAsync(world, CancellationToken.None);

    public override Task NudgeAsync(World world, CancellationToken cancellation) => LookAsync(world, cancellation);

    public override Task EndedAsync(World world, CancellationToken cancellation) => Patience.UntilAsync<bool>(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        var desk = new IntacctDesk(world);
        return (await desk.InCrmAsync("Contacts")).Count == 2 && (await desk.InCrmAsync("Vendors")).Count == 1
            && (await desk.InCrmAsync("Accounts")).Any(account => Linked(account, "Parent_Account") is not null) ? true : null;
    });

    public override async Task ProveAsync(World world)
    {
        var desk = new IntacctDesk(world);
        // The look that was under way at the restart ends first.
        await Patience.UntilAsync<bool>(async () => await QuietAsync(desk) ? true : null);
        Assert.Equal((2, 2, 1),
            ((await desk.InCrmAsync("Accounts")).Count, (await desk.InCrmAsync("Contacts")).Count,
            (await desk.InCrmAsync("Vendors")).Count));
        var parent = await desk.RecordAsync("Accounts", "Intacct_Customer_ID", "P1");
        var child = await desk.RecordAsync("Accounts", "Intacct_Customer_ID", "C1");
        Assert.Equal(Text(parent, "id"), Linked(child, "Parent_Account"));
        Assert.Equal(Text(child, "id"), Linked(await desk.RecordAsync("Contacts", "Intacct_Customer_ID", "C1"), "Account_Name"));
        Assert.DoesNotContain("create", await desk.FunctionsAsync());
    }

    private static async Task<bool> QuietAsync(IntacctDesk desk)
    {
        try
        {
            return await desk.LookAsync(Flows[0], full: true) == "2 0 2 0 0" && await desk.LookAsync(Flows[1], full: true) == "2 0 2 0 0"
                && await desk.LookAsync(Flows[2], full: true) == "1 0 1 0 0";
        }
        catch (InvalidOperationException) { return false; }
    }

    private static async Task LookAsync(World world, CancellationToken cancellation)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var flow in Flows)
        {
            try { await world.App.PostAsync($"/api/master-data/{flow}/look", null, cancellation); }
            catch (HttpRequestException) { }
        }
    }
}

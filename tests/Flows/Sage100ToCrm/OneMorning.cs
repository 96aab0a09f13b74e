using System.Text.Json;
using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using static Isthmus.Flows.Tests.Sage100ToCrm.ShownSage;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

/// <summary>A customer with a person and an order, all new, looked at until they are through.</summary>
internal sealed class OneMorning : Scenario
{
    private static readonly string[] Flows = ["sage-100-customers", "sage-100-contacts", "sage-100-items", "sage-100-orders"];

    public override (string, string)[] Settings =>
    [
        .. ShownSage.Settings, ("Isthmus:Sage100ToCrm:Orders", "true"), ("Isthmus:Connections:zoho-crm:Limits:Retries", "0"),
    ];

    public override async Task PrepareAsync(World world)
    {
        await CrmSettings.MakePatientAsync(world.Sandbox);
        await world.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.25m, stock = 100 } });
    }

    public override async Task BeginAsync(World world)
    {
        var sage = new ShownSage(world);
        await sage.PutAsync("AR_Customer", Customer("HARB01", ("CustomerName", "Harbor"), ("CurrentBalance", 70)));
        await sage.PutAsync("AR_CustomerContact", Customer("HARB01", ("ContactCode", "ANA"), ("ContactName", "Ana Ruiz")));
        await world.PostAsync("/_sandbox/sage-100/write", JsonSerializer.SerializeToNode(new
        {
            @ref = "1", @object = "SO_SalesOrder", mode = "create", key = new { SalesOrderNo = "0000001" },
            values = new { ARDivisionNo = "01", CustomerNo = "HARB01" },
            lines = new[] { new { ItemCode = "GASKET-12", QuantityOrdered = 12, UnitPrice = 4.25m }, new { ItemCode = "GASKET-12", QuantityOrdered = 1, UnitPrice = 4m } },
        })!);
        await LookAsync(world, CancellationToken.None);
    }

    public override Task NudgeAsync(World world, CancellationToken cancellation) => LookAsync(world, cancellation);

    public override Task EndedAsync(World world, CancellationToken cancellation) => Patience.UntilAsync<bool>(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        var crm = (await world.LedgerAsync()).Root.GetProperty("zoho-crm");
        return crm.GetProperty("Contacts").GetArrayLength() > 0 && crm.GetProperty("Sales_Orders").GetArrayLength() > 0 ? true : null;
    });

    public override async Task ProveAsync(World world)
    {
        var sage = new ShownSage(world);
        await Patience.UntilAsync<bool>(async () => await QuietAsync(sage) ? true : null);
        var account = Assert.Single(await sage.InCrmAsync("Accounts"));
        Assert.Equal(70m, Amount(account, "Sage_Balance"));
        Assert.Equal(Text(account, "id"), Linked(Assert.Single(await sage.InCrmAsync("Contacts")), "Account_Name"));
        var order = Assert.Single(await sage.InCrmAsync("Sales_Orders"));
        Assert.Equal((2, 55m), (order.GetProperty("Ordered_Items").GetArrayLength(), Amount(order, "Grand_Total")));
    }

    private static async Task<bool> QuietAsync(ShownSage sage)
    {
        try
        {
            foreach (var flow in Flows)
                if ((await sage.LookAsync(flow, full: true)).Split(' ') is not [_, "0", _, _, "0"]) return false;
            return true;
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

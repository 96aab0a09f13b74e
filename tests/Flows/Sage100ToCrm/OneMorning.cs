using System.Globalization;
using System.Text.Json;
using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using static Isthmus.Flows.Tests.Sage100ToCrm.ShownSage;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

/// <summary>
/// A customer with a person, an order and an invoice, a vendor and two ledger accounts, all new, looked at until they are through.
/// </summary>
internal sealed class OneMorning : Scenario
{
    private const int Accounts = 20;

    private static readonly string[] Flows =
    [
        "sage-100-customers", "sage-100-contacts", "sage-100-vendors", "sage-100-items", "sage-100-orders", "sage-100-invoices",
        "sage-100-accounts",
    ];

    private static readonly string[] Modules = ["Contacts", "Vendors", "Sales_Orders", "Invoices", "GL_Accounts"];

    public override (string, string)[] Settings =>
    [
        .. ShownSage.Settings, ("Isthmus:Sage100ToCrm:Orders", "true"), ("Isthmus:Connections:zoho-crm:Limits:Retries", "0"),
    ];

    public override async Task PrepareAsync(World world)
    {
        await CrmSettings.MakePatientAsync(world.Sandbox);
        await world.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.25m, stock = 100 } });
        await new ShownSage(world).PutAsync("GL_Account", [.. Enumerable.Range(3, Accounts - 2).Select(at =>
            new Dictionary<string, object> { ["AccountKey"] = at.ToString("D9", CultureInfo.InvariantCulture), ["$delete"] = true })]);
    }

    public override async Task BeginAsync(World world)
    {
        var sage = new ShownSage(world);
        await sage.PutAsync("AR_Customer", Customer("HARB01", ("CustomerName", "Harbor"), ("CurrentBalance", 70)));
        await sage.PutAsync("AR_CustomerContact", Customer("HARB01", ("ContactCode", "ANA"), ("ContactName", "Ana Ruiz")));
        await OrderAsync(world, "0000001", (12, 4.25m), (1, 4m));
        await OrderAsync(world, "0000002", (2, 4.25m));
        await world.PostAsync("/_sandbox/sage-100/orders/2/complete", new { });
        await LookAsync(world, CancellationToken.None);
    }

    public override Task NudgeAsync(World world, CancellationToken cancellation) => LookAsync(world, cancellation);

    public override Task EndedAsync(World world, CancellationToken cancellation) => Patience.UntilAsync<bool>(async () =>
    {
        cancellation.ThrowIfCancellationRequested();
        var crm = (await world.LedgerAsync()).Root.GetProperty("zoho-crm");
        return Modules.All(module => crm.GetProperty(module).GetArrayLength() > 0) ? true : null;
    });

    public override async Task ProveAsync(World world)
    {
        var sage = new ShownSage(world);
        // The look that was under way at the restart ends first.
        await Patience.UntilAsync<bool>(async () => await QuietAsync(sage) ? true : null);
        var account = Assert.Single(await sage.InCrmAsync("Accounts"));
        Assert.Equal(78.50m, Amount(account, "Sage_Balance"));
        Assert.Equal(Text(account, "id"), Linked(Assert.Single(await sage.InCrmAsync("Contacts")), "Account_Name"));
        var order = Assert.Single(await sage.InCrmAsync("Sales_Orders"));
        Assert.Equal((2, 55m), (order.GetProperty("Ordered_Items").GetArrayLength(), Amount(order, "Grand_Total")));
        var invoice = Assert.Single(await sage.InCrmAsync("Invoices"));
        Assert.Equal((1, 8.50m), (invoice.GetProperty("Invoiced_Items").GetArrayLength(), Amount(invoice, "Grand_Total")));
        Assert.Equal(Text(account, "id"), Linked(invoice, "Account_Name"));
        Assert.Single(await sage.InCrmAsync("Vendors"));
        foreach (var (key, main) in new[] { ("000000001", "main:1000"), ("000000002", "main:1010") })
            Assert.Equal(
                Text(await sage.RecordAsync("GL_Accounts", main), "id"),
                Linked(await sage.RecordAsync("GL_Accounts", key), "Parent_Account"));
    }

    private static Task OrderAsync(World world, string number, params (int Quantity, decimal Price)[] lines) =>
        world.PostAsync("/_sandbox/sage-100/write", JsonSerializer.SerializeToNode(new
        {
            @ref = "1", @object = "SO_SalesOrder", mode = "create", key = new { SalesOrderNo = number },
            values = new { ARDivisionNo = "01", CustomerNo = "HARB01" },
            lines = lines.Select(line => new { ItemCode = "GASKET-12", QuantityOrdered = line.Quantity, UnitPrice = line.Price }),
        })!);

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

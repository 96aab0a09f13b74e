using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.MasterData;
using Isthmus.Flows.Tests.IntacctToCrm;
using Isthmus.Flows.Tests.Sage100ToCrm;
using Isthmus.Flows.Tests.Sage300ToCrm;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.MasterData;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>The real app between the CRM and all three of its sources, each with a record or two of every kind.</summary>
internal sealed class WholeHouse(World world) : IAsyncDisposable
{
    public World World => world;

    public IReadOnlyList<IMasterFlow> Flows => world.Services.GetRequiredService<MasterFlows>().All;

    public static async Task<WholeHouse> OpenAsync()
    {
        var world = await World.StartAsync([
            .. IntacctDesk.Settings, .. Sage300World.On, ("Isthmus:MasterData:FindDuplicates", "false"), ("Isthmus:Sage100ToCrm:Orders", "true"),
        ]);
        await Sage300World.FurnishAsync(world);
        await new IntacctDesk(world).FurnishAsync();
        await FillSage100Async(new ShownSage(world));
        await FillSage300Async(new Books(world));
        await FillIntacctAsync(new IntacctDesk(world));
        return new WholeHouse(world);
    }

    /// <summary>The records of a module.</summary>
    public async Task<IReadOnlyList<JsonElement>> InCrmAsync(string module) =>
        [.. (await world.LedgerAsync()).Root.GetProperty("zoho-crm").GetProperty(module).EnumerateArray()];

    public async Task<JsonElement> PostAsync(string path)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await world.App.PostAsync("/api/master-data/" + path, null);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new InvalidOperationException($"{path}: {text}");
    }

    public Task<JsonElement> GetAsync(string path) => world.App.GetFromJsonAsync<JsonElement>("/api/master-data/" + path);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static async Task FillSage100Async(ShownSage sage)
    {
        await sage.World.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "GASKET-12", price = 4.25m, stock = 100 } });
        await sage.PutAsync("AR_Customer", ShownSage.Customer("HARB01", ("CustomerName", "Harbor Pump Co")));
        await sage.PutAsync("AR_CustomerContact", ShownSage.Customer("HARB01", ("ContactCode", "ANA"), ("ContactName", "Ana Ruiz")));
        foreach (var number in new[] { "0000001", "0000002" })
            await sage.World.PostAsync("/_sandbox/sage-100/write", JsonSerializer.SerializeToNode(new
            {
                @ref = "1", @object = "SO_SalesOrder", mode = "create", key = new { SalesOrderNo = number },
                values = new { ARDivisionNo = "01", CustomerNo = "HARB01" },
                lines = new[] { new { ItemCode = "GASKET-12", QuantityOrdered = 12, UnitPrice = 4.25m } },
            })!);
        await sage.World.PostAsync("/_sandbox/sage-100/orders/0000002/complete", new { });
    }

    private static async Task FillSage300Async(Books books)
    {
        await books.VendorAsync("QUAY01", "Quay Street Castings", "Ann Lee");
        await books.PostAsync("records/AR/ARCustomers", new[]
        {
            new { customerNumber = "LUND01", groupCode = "WHL", customerName = "Lund & Sons", contactName = "Bob May" },
        });
        await books.InvoiceAsync();
    }

    private static async Task FillIntacctAsync(IntacctDesk desk)
    {
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Northwind Ferries" });
        await desk.PutAsync("VENDOR", new { VENDORID = "V1", NAME = "Supply & Co" });
    }
}

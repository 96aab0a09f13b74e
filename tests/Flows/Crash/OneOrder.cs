using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Crash;

/// <summary>One order of a new customer through both flows.</summary>
internal class OneOrder : Scenario
{
    private const decimal Total = 95.10m;
    private Checkout? paid;

    public override Task PrepareAsync(World world) => world.StockAsync("BTL-1L", "CUP-2");

    public override async Task BeginAsync(World world) => paid = await world.CheckoutAsync(Orders.Simple());

    public override async Task EndedAsync(World world, CancellationToken cancellation)
    {
        await OverAsync(world, paid!.RunId, cancellation);
        var toSage = (await world.LedgerAsync()).SalesOrders.Single().GetProperty("salesorder_id").GetString();
        await OverAsync(world, "so2sage-" + toSage, cancellation);
    }

    public override async Task ProveAsync(World world)
    {
        (await world.SettledAsync(paid!)).HasOneOfEverything(Total);
        using var summary = JsonDocument.Parse(await world.App.GetStringAsync("/api/runs/summary"));
        foreach (var flow in new[] { "order-to-cash", "sales-order-to-sage" })
            Assert.Equal("""{"Done":1}""", summary.RootElement.GetProperty(flow).GetRawText());
        await HasAuditedAsync(world);
    }

    /// <summary>Whatever the crash took, the audit has a line for each record that was written.</summary>
    private async Task HasAuditedAsync(World world)
    {
        var ledger = await world.LedgerAsync();
        string[] records =
        [
            "zoho-inventory.contact/" + Id(ledger.Contacts, "contact_id"), "zoho-inventory.salesorder/" + Id(ledger.SalesOrders, "salesorder_id"),
            "zoho-inventory.invoice/" + Id(ledger.Invoices, "invoice_id"), "zoho-inventory.payment/" + Id(ledger.Payments, "payment_id"),
            "stripe.payment_intent/" + paid!.PaymentIntent, "sage-100.customer/" + Id(ledger.SageCustomers, "CustomerNo"),
            "sage-100.salesorder/" + Id(ledger.SageOrders, "SalesOrderNo"),
        ];
        using var audit = JsonDocument.Parse(await world.App.GetStringAsync("/api/audit?limit=500"));
        var audited = audit.RootElement.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("subject").GetString()!).ToList();
        Assert.All(records, record => Assert.Contains(record, audited));
    }

    private static string Id(IReadOnlyList<JsonElement> records, string name) => records.Single().GetProperty(name).ToString();
}

using System.Text.Json;
using Isthmus.Bench.Stack;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Deals;

/// <summary>Who sells in the sandbox's CRM, and invoices in its Sage 300.</summary>
internal sealed class SalesOffice(LocalStack stack)
{
    private const string Crm = "zoho-crm/records/";
    private const string Item = "GASKET-12";
    private const int Quantity = 12;
    private const decimal Price = 4.25m;

    /// <summary>The deals' ids.</summary>
    public IReadOnlyList<string> Deals { get; private set; } = [];

    /// <summary>Open deals, each with an account and a quote of its own.</summary>
    public async Task FillAsync(int deals)
    {
        await stack.Sandbox.PostAsync("/_sandbox/zoho-crm/settings", new { credits = 0 }, CancellationToken.None);
        await ManyRecords.EnterAsync(
            stack, "sage-300/records/IC/ICItems", 1, _ => new { UnformattedItemNumber = Item, Description = "Gasket" });
        var accounts = await ManyRecords.EnterAsync(
            stack, Crm + "Accounts", deals, n => new { Account_Name = $"Harbor {n}", Billing_City = "Portland" });
        var product = (await ManyRecords.EnterAsync(stack, Crm + "Products", 1, _ => new { Product_Name = "Gasket", Product_Code = Item }))[0];
        Deals = await ManyRecords.EnterAsync(stack, Crm + "Deals", deals, n => new
        {
            Deal_Name = $"Gaskets {n}", Pipeline = "Standard (Standard)", Stage = "Negotiation/Review", Closing_Date = "2026-11-20",
            Account_Name = new { id = accounts[n] }, Amount = Quantity * Price,
        });
        await ManyRecords.EnterAsync(stack, Crm + "Quotes", deals, n => new
        {
            Subject = $"Gaskets {n}", Quote_Stage = "Confirmed", Deal_Name = new { id = Deals[n] }, Account_Name = new { id = accounts[n] },
            Quoted_Items = new[] { new { Product_Name = new { id = product }, Quantity, List_Price = Price } },
        });
    }

    /// <summary>Wins some of them.</summary>
    public Task WinAsync(int from, int count) =>
        ManyRecords.EnterAsync(stack, Crm + "Deals", count, n => new { id = Deals[from + n], Stage = "Closed Won" });

    /// <summary>Changes the first of them in what no order depends on.</summary>
    public Task ChangeAsync(int count) =>
        ManyRecords.EnterAsync(stack, Crm + "Deals", count, n => new { id = Deals[n], Amount = (Quantity * Price) + 1 });

    /// <summary>Ships and invoices the first orders.</summary>
    public async Task InvoiceAsync(int count)
    {
        foreach (var order in (await OrdersAsync()).Take(count))
            await stack.Sandbox.PostAsync(
                $"/_sandbox/sage-300/orders/{order.GetProperty("OrderNumber").GetString()}/invoice", new { dayEnd = false }, CancellationToken.None);
        await stack.Sandbox.PostAsync("/_sandbox/sage-300/day-end", new { }, CancellationToken.None);
    }

    /// <summary>True where each deal has one order and shows it.</summary>
    public async Task<bool> HoldsAsync()
    {
        var orders = (await OrdersAsync()).Select(order => order.GetProperty("OrderReference").GetString()).ToList();
        var shown = (await ListAsync("zoho-crm", "Deals")).Count(Shows);
        return orders.Count == Deals.Count && orders.Distinct().Count() == Deals.Count && shown == Deals.Count;
    }

    private Task<IReadOnlyList<JsonElement>> OrdersAsync() => ListAsync("sage-300", "OEOrders");

    private async Task<IReadOnlyList<JsonElement>> ListAsync(string vendor, string kind) =>
        [.. (await stack.Sandbox.LedgerAsync(CancellationToken.None)).GetProperty(vendor).GetProperty(kind).EnumerateArray()];

    private static bool Shows(JsonElement deal) =>
        deal.TryGetProperty("Sage_Order_Status", out var status) && status.ValueKind == JsonValueKind.String && status.GetString() == "Entered";
}

using System.Text.Json;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>What must hold at rest: one order for each winning, one customer for the account, and both systems show the same.</summary>
internal static class DealProof
{
    public static async Task HoldsAsync(SalesDesk desk, Deal deal, int winnings)
    {
        var orders = (await desk.OrdersAsync()).Where(order => order.Text("OrderReference") == "zoho:" + deal.Id)
            .OrderBy(order => order.Text("OrderNumber"), StringComparer.Ordinal).ToList();
        var numbers = Enumerable.Range(1, winnings).Select(winning => SalesDesk.NumberOf(deal) + (winning > 1 ? $"-{winning}" : ""));
        Assert.Equal(numbers, orders.Select(order => order.Text("OrderNumber")));
        var shown = await desk.CrmAsync("Deals", deal.Id);
        Assert.Equal(numbers.LastOrDefault(), shown.Find("Sage_Order_Number"));
        if (winnings == 0) return;
        var customer = await CustomerAsync(desk, deal);
        Assert.Equal((customer, "Entered", 51m),
            (shown.Text("Sage_Order_Customer"), shown.Text("Sage_Order_Status"), shown.Amount("Sage_Order_Total")));
        Assert.All(orders, order => Assert.Equal(Expected(shown, customer), Read(order)));
    }

    /// <summary>The code of the account's one customer.</summary>
    private static async Task<string> CustomerAsync(SalesDesk desk, Deal deal)
    {
        var account = await desk.CrmAsync("Accounts", deal.Account);
        var customer = Assert.Single(await desk.BooksAsync("ARCustomers"),
            each => each.OptionalField("CustomerOptionalFieldValues") == deal.Account);
        var code = customer.Text("CustomerNumber")!;
        Assert.Equal((account.Text("Account_Name"), code, $"sage-300:SAMLTD:AR-{code}"),
            (customer.Text("CustomerName"), account.Text("Sage_300_Customer"), account.Text("Isthmus_Key")));
        return code;
    }

    private static string Expected(JsonElement deal, string customer) =>
        $"{customer} {deal.Text("Deal_Name")} {deal.Text("Closing_Date")} {deal.Text("id")} {SalesDesk.Product} 12 4.25 51.00";

    private static string Read(JsonElement order)
    {
        var line = Assert.Single(order.GetProperty("OrderDetails").EnumerateArray());
        return string.Join(' ', order.Text("CustomerNumber"), order.Text("OrderDescription"), order.Text("OrderDate")![..10],
            order.OptionalField("OrderOptionalFields"), line.Text("Item"), $"{line.Amount("QuantityOrdered"):0.##}",
            $"{line.Amount("PricingUnitPrice"):0.##}", $"{order.Amount("OrderTotal"):0.00}");
    }
}

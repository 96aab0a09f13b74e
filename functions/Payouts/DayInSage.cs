using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Payouts;

/// <summary>What Sage has of a day's payments: the orders that name them, open or completed.</summary>
public sealed class DayInSage(SageAgentClient sage, CrossReferenceStore references, StripeAmounts amounts)
{
    private static readonly string[] Columns =
        ["SalesOrderNo", "UDF_STRIPE_PI", "TaxableAmt", "NonTaxableAmt", "FreightAmt", "SalesTaxAmt", "DiscountAmt"];

    /// <summary>Orders, by charge.</summary>
    public async Task<List<BookedMoney>> OrdersAsync(DateOnly day, StripeDay stripe)
    {
        var found = new List<BookedMoney>();
        var currencies = stripe.Charges.ToDictionary(money => money.Key, money => money.Currency, StringComparer.Ordinal);
        var dated = new Dictionary<string, string> { ["OrderDate"] = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) };
        await foreach (var order in sage.QueryAsync("SO_SalesOrder", Columns, dated, null, CancellationToken.None))
        {
            if (order.FindText("UDF_STRIPE_PI") is not { } payment || !stripe.Payments.Remove(payment, out var charge)) continue;
            found.Add(Money(charge, order, Total(order), currencies[charge]));
        }
        foreach (var (payment, charge) in stripe.Payments)
        {
            if (await CompletedAsync(payment) is { } order)
                found.Add(Money(charge, order, order.FindNumber("InvoicedAmt") ?? 0m, currencies[charge]));
        }
        return found;
    }

    /// <summary>An order that was invoiced has left the open ones.</summary>
    private async Task<JsonElement?> CompletedAsync(string payment)
    {
        if (await references.FindAsync(payment, "zoho-inventory.salesorder") is not { } salesOrder) return null;
        if (await references.FindAsync(salesOrder.Id, "sage-100.salesorder") is not { } order) return null;
        var key = new Dictionary<string, string> { ["SalesOrderNo"] = order.Id };
        return await sage.ReadAsync("SO_SalesOrderHistory", key, CancellationToken.None) is { } history
            && history.FindText("OrderStatus") == "C" ? history : null;
    }

    private BookedMoney Money(string charge, JsonElement order, decimal total, string currency) =>
        new(charge, order.NeedText("SalesOrderNo", SageOptions.Id), amounts.Minor(total, currency), currency);

    private static decimal Total(JsonElement order)
    {
        decimal Amount(string column) => order.FindNumber(column) ?? 0m;
        return Amount("TaxableAmt") + Amount("NonTaxableAmt") + Amount("FreightAmt") + Amount("SalesTaxAmt") - Amount("DiscountAmt");
    }
}

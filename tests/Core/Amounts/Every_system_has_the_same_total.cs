using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Isthmus.Core.Amounts;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;

namespace Isthmus.Core.Tests;

public sealed class Every_system_has_the_same_total
{
    private static readonly Dictionary<string, int> Exponents = new() { ["GBP"] = 2, ["JPY"] = 0, ["KWD"] = 3 };
    private static readonly Dictionary<string, decimal> Rates = new() { ["t0"] = 0, ["t5"] = 5, ["t20"] = 20, ["t23"] = 23 };

    private static readonly string[] Documents = ["order-to-zoho-salesorder", "order-to-zoho-invoice"];
    private static readonly string[] HeaderAmounts = ["FreightAmt", "DiscountAmt"];

    internal static MappingContext Context(bool withTaxes) => new()
    {
        Variables = new Dictionary<string, string> { ["contactId"] = "460000000091001" },
        Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["items"] = new Dictionary<string, string> { ["A"] = "460000000055011" },
            ["taxes"] = withTaxes ? Rates.ToDictionary(rate => rate.Key[1..], rate => rate.Key) : [],
        },
    };

    [Fact]
    public void An_order_adds_up() =>
        Prop.ForAll(Orders.Any(), order => OrderTotals.Check(order).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void A_Zoho_sales_order_and_its_invoice_have_the_order_s_total_whatever_the_taxes() =>
        Prop.ForAll(Orders.Any(), order =>
    {
        if (order.Lines.All(line => line.Kind == ItemKind.Shipping))
            return;
        var expected = MinorUnits.ToDecimal(order.Total, Exponents[order.Currency]);
        foreach (var document in Documents)
            Assert.Equal(expected, LineItemTotals.Total(Shipped.Map(document, Orders.Json(order), Context(false)),
                Exponents[order.Currency]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taxes_that_Zoho_computes_itself_change_no_total() => Prop.ForAll(Orders.Any(taxByRate: true), order =>
    {
        if (order.Lines.All(line => line.Kind == ItemKind.Shipping))
            return;
        var body = Shipped.Map("order-to-zoho-salesorder", Orders.Json(order), Context(true));
        Assert.Contains(body.GetProperty("line_items").EnumerateArray(), line => line.TryGetProperty("tax_id", out _));
        Assert.Equal(MinorUnits.ToDecimal(order.Total, Exponents[order.Currency]), LineItemTotals.Total(body,
            Exponents[order.Currency], Rates));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_Sage_order_has_the_order_s_total() => Prop.ForAll(Orders.Any(), order =>
    {
        var context = new MappingContext { Variables = new Dictionary<string, string> { ["customerNo"] = "Z0000781" } };
        var body = Shipped.Map("order-to-sage-salesorder", Orders.Json(order), context);
        Assert.Equal(MinorUnits.ToDecimal(order.Total, Exponents[order.Currency]), ChargeLineTotals.Total(body));
        Assert.All(Amounts(body), amount => Assert.Equal(Math.Round(amount, 2), amount));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<decimal> Amounts(JsonElement body) => body.GetProperty("lines").EnumerateArray()
        .Where(line => line.TryGetProperty("ExtensionAmt", out _)).Select(line => line.GetProperty("ExtensionAmt").GetDecimal())
        .Concat(HeaderAmounts.Select(name => LineItemTotals.Amount(body.GetProperty("values"), name)));
}

using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Isthmus.Core.Amounts;
using Isthmus.Core.Canonical;

namespace Isthmus.Core.Tests;

/// <summary>Orders whose amounts add up, of every shape that Stripe can send.</summary>
internal static class Orders
{
    private static readonly int[] Rates = [0, 5, 20, 23];

    public static Arbitrary<SalesOrder> Any(bool taxByRate = false) => Arb.From(
        from currency in Gen.Elements("GBP", "JPY", "KWD")
        from lines in Gen.NonEmptyListOf(Line(taxByRate))
        from shipping in Gen.Choose(0, 2_000)
        from shippingTax in Gen.Choose(0, 400)
        from discount in Gen.Choose(0, 500)
        select Whole(currency, [.. lines.Take(40)], shipping, shippingTax, discount));

    public static JsonElement Json(SalesOrder order) =>
        JsonSerializer.SerializeToElement(order, When_a_checkout_becomes_an_order.Web);

    private static Gen<SalesOrderLine> Line(bool taxByRate) =>
        from kind in Gen.Frequency((8, Gen.Constant(ItemKind.Goods)), (1, Gen.Constant(ItemKind.Service)), (1,
            Gen.Constant(ItemKind.Shipping)))
        from quantity in Gen.Frequency((6, Gen.Choose(1, 20)), (1, Gen.Choose(1, 5_000)))
        from quarters in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(0, 3)))
        from price in Gen.Choose(1, 100_000)
        from fraction in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(0, 999_999_999)))
        from discountPercent in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 100)))
        from rate in Gen.Elements(Rates)
        from tax in Gen.Choose(0, 5_000)
        select Line(kind, quantity + quarters / 4m, price + fraction / 1_000_000_000m, discountPercent, rate, taxByRate
            ? null : tax);

    private static SalesOrderLine Line(ItemKind kind, decimal quantity, decimal unit, int discountPercent, int rate, int? tax)
    {
        var subtotal = (long)MinorUnits.Round(quantity * unit, 0);
        var discount = subtotal * discountPercent / 100;
        var added = tax ?? (long)MinorUnits.Round((subtotal - discount) * rate / 100m, 0);
        return new()
        {
            Id = "li", Sku = "A", Description = "Thing", Kind = kind, Quantity = quantity, UnitAmount = unit, Subtotal = subtotal,
            Discount = discount, Tax = added, Total = subtotal - discount + added, TaxCode = rate.ToString(),
        };
    }

    // Stripe's three-decimal amounts end in 0, so the order's total does; its parts need not.
    private static SalesOrder Whole(string currency, SalesOrderLine[] lines, long shipping, long shippingTax, long discount)
    {
        var order = new SalesOrder
        {
            Key = "pi_1", Number = "W-1", Date = new(2026, 11, 21), Currency = currency, Lines = lines, Shipping = shipping,
            ShippingTax = shippingTax, Discount = discount, Customer = new() { Name = "Ana Prado", Email = "ana@example.net" },
        };
        var sum = OrderTotals.Sum(order);
        var missing = currency == "KWD" ? (10 - (sum % 10 + 10) % 10) % 10 : 0;
        return order with { ShippingTax = shippingTax + missing, Total = sum + missing };
    }
}

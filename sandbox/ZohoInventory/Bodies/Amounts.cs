using System.Globalization;
using Isthmus.Sandbox.ZohoInventory.Api;

namespace Isthmus.Sandbox.ZohoInventory.Bodies;

/// <summary>Decimal amounts as text, as the vendor sends some totals and takes discounts ("20.5", "20%").</summary>
internal static class Amounts
{
    public static decimal Parse(string text, string name) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value : throw Refusal.Value(name);

    /// <summary>The flat amount that a discount takes off <paramref name="from"/>, rounded to the document's precision.</summary>
    public static decimal Discount(string? discount, decimal from, int precision)
    {
        if (discount is null) return 0;
        var flat = discount.EndsWith('%') ? from * Parse(discount[..^1], "discount") / 100 : Parse(discount, "discount");
        return Round(flat, precision);
    }

    public static decimal Round(decimal value, int precision) => Math.Round(value, precision, MidpointRounding.AwayFromZero);
}

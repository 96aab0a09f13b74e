using System.Text.Json;

namespace Isthmus.Core.Amounts;

/// <summary>
/// What a body of header values and lines adds up to: each line's ExtensionAmt, else UnitPrice x QuantityOrdered rounded to
/// 2 decimals, plus FreightAmt, less DiscountAmt. Judges the mapped body without knowing how it was made.
/// </summary>
public static class ChargeLineTotals
{
    /// <summary>The total in main units.</summary>
    /// <param name="document">A body <c>{"values":{...},"lines":[...]}</c>.</param>
    public static decimal Total(JsonElement document)
    {
        var values = document.GetProperty("values");
        return document.GetProperty("lines").EnumerateArray().Sum(Extension)
            + LineItemTotals.Amount(values, "FreightAmt") + LineItemTotals.Amount(values, "SalesTaxAmt")
            - LineItemTotals.Amount(values, "DiscountAmt");
    }

    private static decimal Extension(JsonElement line) => line.TryGetProperty("ExtensionAmt", out _)
        ? LineItemTotals.Amount(line, "ExtensionAmt")
        : MinorUnits.Round(LineItemTotals.Amount(line, "UnitPrice") * LineItemTotals.Amount(line, "QuantityOrdered"), 2);
}

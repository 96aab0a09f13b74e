using System.Globalization;
using System.Text.Json;

namespace Isthmus.Core.Amounts;

/// <summary>
/// What a body of line items adds up to: rate x quantity rounded to the currency's decimals, less the line's discount, plus the
/// tax of the lines whose tax the target computes, plus shipping_charge and adjustment. Judges the mapped body without knowing
/// how it was made.
/// </summary>
public static class LineItemTotals
{
    /// <summary>The total in main units.</summary>
    /// <param name="document">
    /// A body with <c>line_items</c> of <c>rate</c>, <c>quantity</c>, <c>discount</c>, <c>tax_id</c>.
    /// </param>
    /// <param name="exponent">Decimals of the currency; each line is rounded to it, half away from zero.</param>
    /// <param name="rates">Percentages by tax id; a tax id that is not among them counts as zero.</param>
    public static decimal Total(JsonElement document, int exponent, IReadOnlyDictionary<string, decimal>? rates = null)
    {
        var inclusive = document.TryGetProperty("is_inclusive_tax", out var flag) && flag.ValueKind == JsonValueKind.True;
        var total = Amount(document, "shipping_charge") + Amount(document, "adjustment");
        foreach (var line in document.GetProperty("line_items").EnumerateArray())
        {
            var net = MinorUnits.Round(Amount(line, "rate") * Amount(line, "quantity"), exponent) - Amount(line, "discount");
            total += net + (inclusive ? 0 : MinorUnits.Round(net * Rate(line, rates) / 100, exponent));
        }
        return total;
    }

    private static decimal Rate(JsonElement line, IReadOnlyDictionary<string, decimal>? rates) =>
        line.TryGetProperty("tax_id", out var id) && rates?.TryGetValue(id.GetString() ?? "", out var rate) == true ? rate : 0;

    internal static decimal Amount(JsonElement owner, string name) => !owner.TryGetProperty(name, out var value) ? 0
        : value.ValueKind == JsonValueKind.String ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture)
        : value.GetDecimal();
}

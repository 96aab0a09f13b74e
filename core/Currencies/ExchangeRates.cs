using System.Globalization;
using Isthmus.Core.References;

namespace Isthmus.Core.Currencies;

/// <summary>Dated rates between currencies. The rate of a day is the latest one on or before it.</summary>
public sealed class ExchangeRates
{
    /// <summary>The reference table behind it; keys are <c>FROM-TO DATE</c>, such as <c>EUR-GBP 2026-11-01</c>.</summary>
    public const string TableName = "exchange-rates";

    private readonly Dictionary<(string, string), List<(DateOnly Day, decimal Rate)>> _rates = [];

    /// <summary>Reads the table.</summary>
    /// <exception cref="FormatException">A key is not of the form above.</exception>
    public ExchangeRates(ReferenceTable table)
    {
        foreach (var row in table.Rows)
        {
            if (!TryParseKey(row.Key, out var from, out var to, out var day))
                throw new FormatException($"'{row.Key}' in {table.Path} is not of the form EUR-GBP 2026-11-01.");
            Of(from, to).Add((day, decimal.Parse(row.Cells[0]!, CultureInfo.InvariantCulture)));
        }
        foreach (var days in _rates.Values)
            days.Sort((a, b) => a.Day.CompareTo(b.Day));
    }

    /// <summary>
    /// The rate of a day, and the day it was set; the reciprocal when only the other direction is known; null when neither is.
    /// </summary>
    public (decimal Rate, DateOnly Day)? Find(string from, string to, DateOnly day)
    {
        if (from == to)
            return (1, day);
        if (Latest(from, to, day) is { } direct)
            return direct;
        return Latest(to, from, day) is { Rate: not 0 } inverse ? (1 / inverse.Rate, inverse.Day) : null;
    }

    /// <summary>Converts whole minor units exactly, then rounds once to whole minor units of the target.</summary>
    /// <param name="minor">Minor units of the source currency.</param>
    /// <param name="fromExponent">Decimals of the source currency.</param>
    /// <param name="toExponent">Decimals of the target currency.</param>
    /// <param name="rate">Main units of the target for one of the source.</param>
    /// <param name="rounding">What happens to a half.</param>
    public static decimal Convert(decimal minor, int fromExponent, int toExponent, decimal rate, MidpointRounding rounding)
    {
        var amount = minor * rate;
        for (var i = fromExponent; i < toExponent; i++)
            amount *= 10;
        for (var i = toExponent; i < fromExponent; i++)
            amount /= 10;
        return Math.Round(amount, 0, rounding);
    }

    internal static bool TryParseKey(string key, out string from, out string to, out DateOnly day)
    {
        (from, to, day) = ("", "", default);
        if (key.Length != 18 || key[3] != '-' || key[7] != ' ')
            return false;
        (from, to) = (key[..3], key[4..7]);
        return DateOnly.TryParseExact(key[8..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private (decimal Rate, DateOnly Day)? Latest(string from, string to, DateOnly day)
    {
        if (!_rates.TryGetValue((from, to), out var days))
            return null;
        var last = days.FindLastIndex(entry => entry.Day <= day);
        return last < 0 ? null : (days[last].Rate, days[last].Day);
    }

    private List<(DateOnly Day, decimal Rate)> Of(string from, string to)
    {
        if (!_rates.TryGetValue((from, to), out var days))
            _rates[(from, to)] = days = [];
        return days;
    }
}

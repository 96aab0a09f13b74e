using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Isthmus.Core.References;

namespace Isthmus.Core.Currencies;

/// <summary>How many decimals a currency has: by ISO 4217, and where a vendor counts otherwise.</summary>
public sealed class CurrencyTable
{
    /// <summary>The reference table behind it.</summary>
    public const string TableName = "currencies";

    private readonly FrozenDictionary<int, int> _exponents;

    /// <summary>Reads the decimals of one convention.</summary>
    /// <param name="table">The table <c>currencies</c>: code to exponent, and a column for each vendor that differs.</param>
    /// <param name="convention"><c>minor</c> for ISO 4217, or a column of the table; an empty cell means as ISO.</param>
    public CurrencyTable(ReferenceTable table, string convention = "minor")
    {
        var column = convention == "minor" ? table.FirstColumn : convention;
        _exponents = table.Rows.ToFrozenDictionary(
            row => Pack(row.Key), row => int.Parse((table.Cell(row, column) ?? row.Cells[0])!, CultureInfo.InvariantCulture));
    }

    /// <summary>The decimals of a currency, by its code in any letter case; null when it is unknown.</summary>
    public int? Exponent(ReadOnlySpan<char> code) =>
        code.Length == 3 && _exponents.TryGetValue(Pack(code), out var exponent) ? exponent : null;

    /// <summary>As above, without making a string of the code.</summary>
    internal int? Exponent(JsonElement code)
    {
        if (code.ValueKind != JsonValueKind.String || JsonMarshal.GetRawUtf8Value(code) is not { Length: 5 } raw)
            return null;
        Span<char> letters = [(char)raw[1], (char)raw[2], (char)raw[3]];
        return Exponent(letters);
    }

    private static int Pack(ReadOnlySpan<char> code) => Upper(code[0]) << 16 | Upper(code[1]) << 8 | Upper(code[2]);

    private static int Upper(char letter) => (letter is >= 'a' and <= 'z' ? letter - 32 : letter) & 0xff;
}

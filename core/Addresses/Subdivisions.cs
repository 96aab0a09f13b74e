using System.Collections.Frozen;
using Isthmus.Core.References;

namespace Isthmus.Core.Addresses;

/// <summary>ISO 3166-2 states and provinces of the countries whose addresses need a code.</summary>
public sealed class Subdivisions
{
    /// <summary>The reference table behind it; keys are <c>US-OR</c>.</summary>
    public const string TableName = "subdivisions";

    private readonly ReferenceTable _table;
    private readonly HashSet<string> _countries;
    private readonly FrozenDictionary<string, string> _codes;

    /// <summary>Reads the table.</summary>
    public Subdivisions(ReferenceTable table)
    {
        _table = table;
        _countries = [.. table.Rows.Select(row => row.Key[..2])];
        _codes = table.Rows.ToFrozenDictionary(
            row => $"{row.Key[..2]}/{row.Cells[0]}", row => row.Key[3..], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>True when the table has the country's subdivisions.</summary>
    public bool Covers(string country) => _countries.Contains(country);

    /// <summary>The code for a code or a name; null when the country has none of that name.</summary>
    public string? Code(string country, string text)
    {
        var trimmed = text.Trim();
        return _table.Contains($"{country}-{trimmed}")
            ? trimmed.ToUpperInvariant() : _codes.GetValueOrDefault($"{country}/{trimmed}");
    }

    /// <summary>The name for a code.</summary>
    public string? Name(string country, string code) => _table.Find($"{country}-{code}", _table.FirstColumn);
}

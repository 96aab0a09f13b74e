using System.Collections.Frozen;
using Isthmus.Core.References;

namespace Isthmus.Core.Addresses;

/// <summary>ISO 3166-1 countries by code or by name, including the names that older systems and shops use.</summary>
public sealed class Countries
{
    /// <summary>Codes: alpha-2 to alpha-3 and name.</summary>
    public const string TableName = "countries";

    /// <summary>Other names: name to alpha-2, or to nothing where a name says no country.</summary>
    public const string NamesTableName = "country-names";

    private readonly ReferenceTable _codes;
    private readonly ReferenceTable _names;
    private readonly FrozenDictionary<string, string> _alpha2;

    /// <summary>Reads both tables.</summary>
    public Countries(ReferenceTables tables)
    {
        (_codes, _names) = (tables.Get(TableName), tables.Get(NamesTableName));
        var alpha2 = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in _codes.Rows)
        {
            alpha2[row.Key] = row.Key;
            alpha2[_codes.Cell(row, "alpha3")!] = row.Key;
            alpha2.TryAdd(_codes.Cell(row, "name")!, row.Key);
        }
        _alpha2 = alpha2.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Alpha-2 for a code or name in any letter case; null when it is unknown or says no country.</summary>
    public string? Alpha2(string text) => _alpha2.GetValueOrDefault(text.Trim()) ?? _names.Find(text.Trim(), _names.FirstColumn);

    /// <summary>True for names that are known to mean no country, such as <c>Unspecified</c>.</summary>
    public bool SaysNone(string text) => Alpha2(text) is null && _names.Contains(text.Trim());

    /// <summary>Alpha-3 for an alpha-2 code.</summary>
    public string? Alpha3(string alpha2) => _codes.Find(alpha2, "alpha3");

    /// <summary>The English name for an alpha-2 code.</summary>
    public string? Name(string alpha2) => _codes.Find(alpha2, "name");
}

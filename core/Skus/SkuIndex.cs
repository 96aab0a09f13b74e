using System.Collections.Frozen;
using Isthmus.Core.References;

namespace Isthmus.Core.Skus;

/// <summary>How a stock-keeping unit was recognised.</summary>
public enum SkuMatchKind
{
    /// <summary>The target has the very same code.</summary>
    Exact,
    /// <summary>The alias table names the target's code.</summary>
    Alias,
    /// <summary>Only letter case, separators or spaces differ, and one code alone fits.</summary>
    Normalised,
    /// <summary>Several codes fit; a person must choose.</summary>
    Ambiguous,
    /// <summary>No code fits.</summary>
    Unknown,
}

/// <summary>The outcome for one stock-keeping unit.</summary>
/// <param name="Kind">How it was recognised.</param>
/// <param name="Code">The target's code; null when a person must decide.</param>
/// <param name="Candidates">The codes that a person may choose from; empty when one was found.</param>
public sealed record SkuMatch(SkuMatchKind Kind, string? Code, IReadOnlyList<string> Candidates)
{
    /// <summary>True when the record must be held for a person.</summary>
    public bool Hold => Code is null;
}

/// <summary>
/// Finds a source's stock-keeping units among the codes that a target knows: exact, alias, normalised, else hold.
/// </summary>
public sealed class SkuIndex
{
    private readonly FrozenSet<string> _codes;
    private readonly FrozenDictionary<string, string> _aliases;
    private readonly FrozenDictionary<string, string[]> _normalised;

    /// <summary>Indexes the target's codes.</summary>
    /// <param name="codes">The codes as the target writes them.</param>
    /// <param name="aliases">The source's code to the target's; letter case and spaces around do not matter.</param>
    public SkuIndex(IEnumerable<string> codes, IReadOnlyDictionary<string, string> aliases)
    {
        _codes = codes.ToFrozenSet(StringComparer.Ordinal);
        _aliases = aliases.GroupBy(alias => alias.Key.Trim(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First().Value, StringComparer.OrdinalIgnoreCase);
        _normalised = _codes.GroupBy(Normalise).Where(group => group.Key.Length > 0)
            .ToFrozenDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray());
    }

    /// <summary>Indexes the target's codes with the aliases of the table <c>item-aliases</c>.</summary>
    public SkuIndex(IEnumerable<string> codes, ReferenceTable aliases)
        : this(codes, aliases.Rows.Where(row => row.Cells[0] is not null).ToDictionary(row => row.Key, row => row.Cells[0]!))
    {
    }

    /// <summary>Recognises one.</summary>
    public SkuMatch Find(string sku)
    {
        if (_codes.Contains(sku))
            return new(SkuMatchKind.Exact, sku, []);
        if (_aliases.TryGetValue(sku.Trim(), out var alias))
            return _codes.Contains(alias) ? new(SkuMatchKind.Alias, alias, []) : new(SkuMatchKind.Unknown, null, [alias]);
        return _normalised.GetValueOrDefault(Normalise(sku)) switch
        {
            null => new(SkuMatchKind.Unknown, null, []),
            [var code] => new(SkuMatchKind.Normalised, code, []),
            var several => new(SkuMatchKind.Ambiguous, null, several),
        };
    }

    /// <summary>Letters and digits in upper case: what remains when writing habits are taken away.</summary>
    public static string Normalise(string sku) => string.Concat(sku.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

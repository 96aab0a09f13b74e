using Isthmus.Core.References;

namespace Isthmus.Cli.Replay.Planning;

/// <summary>What the reference tables say of the file's codes: service codes and country names.</summary>
internal sealed class RetailTables(ReferenceTables tables)
{
    private readonly ReferenceTable services = tables.Get("service-codes");
    private readonly ReferenceTable aliases = tables.Get("country-names");
    private readonly Dictionary<string, string> countries = tables.Get("countries") is var table
        ? table.Rows.Where(row => table.Cell(row, "name") is not null)
            .ToDictionary(row => table.Cell(row, "name")!, row => row.Key, StringComparer.OrdinalIgnoreCase)
        : [];

    public static RetailTables Load(string mappings) => new(ReferenceTables.Load(Path.Combine(mappings, "references")));

    public LineKind KindOf(string stockCode) =>
        Enum.TryParse<LineKind>(services.Find(stockCode, "kind"), ignoreCase: true, out var kind) ? kind : LineKind.Goods;

    /// <summary>ISO 3166 alpha-2, or null where the name says no country.</summary>
    public string? CountryOf(string name) => aliases.Contains(name)
        ? aliases.Find(name, "alpha2") : countries.GetValueOrDefault(name);
}

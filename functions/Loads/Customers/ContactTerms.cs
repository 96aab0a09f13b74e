using Isthmus.Core.Mapping;

namespace Isthmus.Functions.Loads.Customers;

/// <summary>What the mapping of a customer may ask for: Zoho's days of payment by Sage's terms code.</summary>
public sealed class ContactTerms(MappingCatalog catalog)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> lookups = new() { ["termsDays"] = Days(catalog) };

    /// <summary>The values of one mapping.</summary>
    /// <param name="contactName">Another display name, or null for the usual one.</param>
    public MappingContext With(string? contactName) => new()
    {
        Variables = contactName is null ? [] : new Dictionary<string, string> { ["contactName"] = contactName },
        Lookups = lookups,
    };

    private static Dictionary<string, string> Days(MappingCatalog catalog)
    {
        var table = catalog.References.Get("terms-codes");
        return table.Rows.Where(row => table.Cell(row, "sage") is not null && table.Cell(row, "zohoDays") is not null)
            .DistinctBy(row => table.Cell(row, "sage"))
            .ToDictionary(row => table.Cell(row, "sage")!, row => table.Cell(row, "zohoDays")!, StringComparer.OrdinalIgnoreCase);
    }
}

using System.Text.Json.Nodes;
using Isthmus.Core.Mapping;
using Isthmus.Core.References;

namespace Isthmus.Functions.Customers.Carrying;

/// <summary>The custom fields that travel, by the table <c>customer-fields</c>: what a system calls them, in our words.</summary>
public sealed class TravellingFields(MappingCatalog catalog)
{
    private readonly ReferenceTable table = catalog.References.Get(CustomerRules.Table);

    /// <summary>True when a system has any of them.</summary>
    public bool Any(string system) => table.Rows.Any(row => table.Cell(row, system) is { Length: > 0 });

    /// <summary>Those that a record has, by our names.</summary>
    /// <param name="system">The column of the table.</param>
    /// <param name="value">The record's value under the system's own name; null or empty where it has none.</param>
    public JsonObject Read(string system, Func<string, string?> value)
    {
        var custom = new JsonObject();
        foreach (var row in table.Rows)
            if (table.Cell(row, system) is { Length: > 0 } name && value(name) is { Length: > 0 } text) custom[row.Key] = text;
        return custom;
    }
}

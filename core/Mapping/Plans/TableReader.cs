using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Plans;

/// <summary>Looks a key up in a reference table or in a table that the run brings.</summary>
internal delegate string? TableLookup(MappingRun run, string key);

/// <summary>Finds the table that a document names.</summary>
internal static class TableReader
{
    public static TableLookup? Compile(DocumentNode node, string member, string? name, string? column, CompileScope scope)
    {
        if (name is not null && scope.IsRunTimeTable(name))
        {
            if (column is not null)
                node.Wrong("column", column, "A table that the run brings has no columns.", "Remove 'column'.");
            return (run, key) => run.Context.Lookups.TryGetValue(name, out var rows) && rows.TryGetValue(key, out var value)
                ? value : null;
        }
        if (scope.Table(node, member, name, column) is not { } table)
            return null;
        if (member == "knownIn")
            return (_, key) => table.Contains(key) ? key : null;
        var chosen = column ?? table.FirstColumn;
        return (_, key) => table.Find(key, chosen);
    }
}

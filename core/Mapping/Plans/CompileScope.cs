using Isthmus.Core.Currencies;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.References;

namespace Isthmus.Core.Mapping.Plans;

/// <summary>What the fields of one document may refer to.</summary>
internal sealed class CompileScope(ReferenceTables tables, IReadOnlyCollection<string> lookups, IEnumerable<string> variables)
{
    private static readonly string[] BuiltIn = ["today", "index", "position"];

    private readonly Dictionary<string, CurrencyTable> _currencies = [];
    private readonly HashSet<string> _names = [.. variables];

    public ReferenceTables Tables { get; } = tables;

    public bool IsRunTimeTable(string name) => lookups.Contains(name);

    /// <summary>Makes a computed value known to what follows it; so none can depend on itself.</summary>
    public void Declare(string name) => _names.Add(name);

    /// <summary>Compiles a path, or reports why it is none.</summary>
    public SourcePath Path(DocumentNode node, string member, string text)
    {
        if (SourcePath.TryParse(text) is not { } path)
        {
            node.Wrong(member, text, "This is not a path.", "Write names with dots, such as charge.billing_details.email.");
            return SourcePath.TryParse(".")!;
        }
        if (path.Scope == PathScope.Variable && !_names.Contains(path.Name) && !BuiltIn.Contains(path.Name))
            node.Wrong(member, text, "The document declares no such variable.",
                "Declare it under 'variables', or above under 'values'. " + Spelling.Cure(path.Name, [.. _names, .. BuiltIn]));
        return path;
    }

    /// <summary>The decimals by one convention; the same object for every field of the document.</summary>
    public CurrencyTable? Currencies(DocumentNode node, string member, string convention)
    {
        if (Table(node, member, CurrencyTable.TableName, null) is not { } table)
            return null;
        if (!_currencies.TryGetValue(convention, out var currencies))
            _currencies[convention] = currencies = new(table, convention);
        return currencies;
    }

    public ReferenceTable? Table(DocumentNode node, string member, string? name, string? column)
    {
        if (name is null || !Tables.All.TryGetValue(name, out var table))
        {
            node.Wrong(member, name, "There is no such reference table.", Spelling.Cure(name ?? "", [.. Tables.All.Keys]));
            return null;
        }
        if (column is not null && !table.Columns.Contains(column))
        {
            node.Wrong("column", column, $"The table '{name}' has no such column.", Spelling.Cure(column, [.. table.Columns]));
            return null;
        }
        return table;
    }
}

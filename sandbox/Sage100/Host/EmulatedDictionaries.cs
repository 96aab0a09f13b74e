using Isthmus.Agent.Business;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>The tables as the agent describes them, made anew when the release changes or a field is added.</summary>
internal sealed class EmulatedDictionaries(Company company)
{
    private readonly Dictionary<string, (ObjectDictionary Made, Release Release, int Columns)> made = new(StringComparer.Ordinal);

    public ObjectDictionary? Of(string name)
    {
        if (company.Find(name) is not { } table) return null;
        var (release, columns) = (company.Settings.Release, table.Schema.Columns.Count + (table.Schema.Lines?.Columns.Count ?? 0));
        if (made.TryGetValue(name, out var known) && (known.Release, known.Columns) == (release, columns)) return known.Made;
        var fresh = Describe(table.Schema, release);
        made[name] = (fresh, release, columns);
        return fresh;
    }

    private static ObjectDictionary Describe(TableSchema schema, Release release) =>
        new([.. schema.Columns.Select(column => Describe(column, release))])
        {
            Object = schema.Object, Table = schema.Table, Keys = schema.Keys, Writable = schema.Writable,
            Lines = schema.Lines is { } lines ? Describe(lines, release) : null
        };

    private static ColumnFacts Describe(Column column, Release release) =>
        new(column.Name, Enum.Parse<ColumnKind>(column.Type.ToString()), column.LengthIn(release))
        {
            Decimals = column.Decimals, Values = column.Values, ReadOnly = column.ReadOnly, Required = column.Required
        };
}

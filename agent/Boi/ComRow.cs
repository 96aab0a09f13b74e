using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>A record as it was read from an object that stood on it.</summary>
internal sealed class ComRow(ObjectDictionary described, IReadOnlyList<ColumnFacts> columns, object[] values) : IBusinessRow
{
    public int Count => columns.Count;

    public IReadOnlyList<IBusinessRow>? Lines { get; init; }

    public string Name(int at) => columns[at].Name;

    public object Value(int at) => values[at];

    public int Find(string column)
    {
        for (var at = 0; at < columns.Count; at++)
            if (columns[at].Name == column) return at;
        return -1;
    }

    public string Text(string column) => Find(column) is >= 0 and var at ? LateValues.Text(values[at]) : "";

    /// <summary>The record that an object stands on.</summary>
    /// <param name="from">The object.</param>
    /// <param name="described">Its dictionary.</param>
    /// <param name="wanted">The columns wanted; null for all.</param>
    public static ComRow Read(LateObject from, ObjectDictionary described, IReadOnlyList<string>? wanted = null)
    {
        var columns = wanted is null ? described.Columns : [.. wanted.Select(name => described.Find(name)!)];
        return new ComRow(described, columns, [.. columns.Select(column => LateValues.Get(from, column))]);
    }

    /// <summary>The same record with its lines.</summary>
    public ComRow With(IReadOnlyList<IBusinessRow> lines) => new(described, columns, values) { Lines = lines };
}

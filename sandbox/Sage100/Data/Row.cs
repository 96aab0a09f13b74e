using Isthmus.Agent.Business;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>One record: text or decimals by column. A stored row is never changed; a writer stores a changed copy.</summary>
internal sealed class Row(TableSchema schema) : IBusinessRow
{
    private List<Row>? lines;
    private object?[] values = new object?[schema.Columns.Count];

    public TableSchema Schema => schema;

    /// <summary>The lines of a document, in line order.</summary>
    public List<Row> Lines => lines ??= [];

    public string Key => TableKey.Of(schema.Keys.Select(Text));

    int IBusinessRow.Count => schema.Columns.Count;

    IReadOnlyList<IBusinessRow>? IBusinessRow.Lines => schema.Lines is null ? null : lines ?? [];

    string IBusinessRow.Name(int at) => schema.Columns[at].Name;

    object IBusinessRow.Value(int at) => (at < values.Length ? values[at] : null) ?? schema.Columns[at].Default;

    int IBusinessRow.Find(string column) => schema.Find(column) is null ? -1 : schema.Ordinal(column);

    public object this[Column column]
    {
        get
        {
            var at = schema.Ordinal(column.Name);
            return at < values.Length ? values[at] ?? column.Default : column.Default;
        }
    }

    public string Text(string column) => (string)this[schema.Find(column)!];

    public decimal Number(string column) => (decimal)this[schema.Find(column)!];

    public Row Set(string column, object value)
    {
        var at = schema.Ordinal(column);
        if (at >= values.Length) Array.Resize(ref values, schema.Columns.Count);
        values[at] = value;
        return this;
    }

    /// <summary>Takes over every column that both rows have, but keys, stamps and who posted it.</summary>
    public Row Carry(Row from)
    {
        foreach (var column in schema.Columns)
            if (!column.IsOwn && !schema.Keys.Contains(column.Name)
                && from.Schema.Find(column.Name) is { } same && same.Type == column.Type) Set(column.Name, from[same]);
        return this;
    }

    public Row Copy() => new(schema)
    {
        values = (object?[])values.Clone(), lines = lines is null ? null : [.. lines]
    };
}

using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>Rows by key. Columns that were asked for by value are indexed from then on.</summary>
internal sealed class Table(TableSchema schema)
{
    private readonly Dictionary<string, Row> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ColumnIndex> indexes = new(StringComparer.Ordinal);
    private List<string>? order;

    public TableSchema Schema => schema;

    public int Count => rows.Count;

    public Row? Find(string key) => rows.GetValueOrDefault(key);

    public void Put(Row row)
    {
        var key = row.Key;
        if (!rows.TryGetValue(key, out var old)) order = null;
        foreach (var index in indexes.Values) index.Move(key, old, row);
        rows[key] = row;
    }

    public void Remove(string key)
    {
        if (!rows.Remove(key, out var old)) return;
        order = null;
        foreach (var index in indexes.Values) index.Move(key, old, null);
    }

    public void Clear()
    {
        rows.Clear();
        indexes.Clear();
        order = null;
    }

    /// <summary>Rows in key order, from behind a key.</summary>
    public IEnumerable<Row> After(string? key)
    {
        order ??= [.. rows.Keys.Order(StringComparer.Ordinal)];
        var at = key is null ? 0 : order.BinarySearch(key, StringComparer.Ordinal);
        for (var i = key is null ? 0 : at < 0 ? ~at : at + 1; i < order.Count; i++) yield return rows[order[i]];
    }

    /// <summary>Rows whose column has the value, in key order.</summary>
    public IEnumerable<Row> With(Column column, object value)
    {
        if (!indexes.TryGetValue(column.Name, out var index))
        {
            indexes[column.Name] = index = new ColumnIndex(column);
            foreach (var (key, row) in rows) index.Move(key, null, row);
        }
        return index.Keys(value).Order(StringComparer.Ordinal).Select(key => rows[key]);
    }
}

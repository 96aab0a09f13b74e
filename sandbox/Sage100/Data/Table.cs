using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>Rows by key. Columns that were asked for by value are indexed from then on.</summary>
internal sealed class Table(TableSchema schema)
{
    private readonly Dictionary<string, Row> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ColumnIndex> indexes = new(StringComparer.Ordinal);
    private readonly SortedSet<string> order = new(StringComparer.Ordinal);
    private readonly StampIndex? stamps = schema.Find("DateUpdated") is null ? null : new();

    public TableSchema Schema => schema;

    public int Count => rows.Count;

    public Row? Find(string key) => rows.GetValueOrDefault(key);

    public void Put(Row row)
    {
        var key = row.Key;
        if (!rows.TryGetValue(key, out var old)) order.Add(key);
        foreach (var index in indexes.Values) index.Move(key, old, row);
        stamps?.Move(key, old, row);
        rows[key] = row;
    }

    public void Remove(string key)
    {
        if (!rows.Remove(key, out var old)) return;
        order.Remove(key);
        foreach (var index in indexes.Values) index.Move(key, old, null);
        stamps?.Move(key, old, null);
    }

    public void Clear()
    {
        rows.Clear();
        indexes.Clear();
        order.Clear();
        stamps?.Clear();
    }

    /// <summary>Rows in key order, from behind a key.</summary>
    public IEnumerable<Row> After(string? key) => order.Behind(key).Select(each => rows[each]);

    /// <summary>Rows whose column has the value, in key order, from behind a key.</summary>
    public IEnumerable<Row> With(Column column, object value, string? after = null)
    {
        if (!indexes.TryGetValue(column.Name, out var index))
        {
            indexes[column.Name] = index = new ColumnIndex(column);
            foreach (var (key, row) in rows) index.Move(key, null, row);
        }
        return index.Keys(value, after).Select(key => rows[key]);
    }

    /// <summary>Rows created or changed at or after a stamp,
    /// in key order; null where they are so many that reading all is cheaper.</summary>
    public IEnumerable<Row>? Since(string stamp, string? after, int most = 5000) => stamps?.Since(stamp, most)?
        .Where(key => after is null || string.CompareOrdinal(key, after) > 0).Select(key => rows[key]);
}

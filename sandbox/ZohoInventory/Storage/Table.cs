using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoInventory.Storage;

/// <summary>The records of one module in order of creation, found by id and by what is indexed.</summary>
internal sealed class Table<T>(Func<T, string> id, params Index<T>[] indexes) : ITable where T : class
{
    private readonly List<T> rows = [];
    private readonly Dictionary<string, T> byId = [];

    public IReadOnlyList<T> Rows => rows;

    public T? Find(string? key) => key is not null && byId.TryGetValue(key, out var row) ? row : null;

    public Index<T>? IndexOf(string column) => Array.Find(indexes, index => index.Column == column);

    public IReadOnlyList<T> By(string column, string value) => IndexOf(column)!.Find(value);

    public T? First(string column, string value) => By(column, value) is [var row, ..] ? row : null;

    public void Add(T row)
    {
        rows.Add(row);
        byId[id(row)] = row;
        foreach (var index in indexes) index.Add(row);
    }

    public void Remove(T row)
    {
        rows.Remove(row);
        byId.Remove(id(row));
        foreach (var index in indexes) index.Remove(row);
    }

    /// <summary>Runs a change that may touch indexed values.</summary>
    public void Change(T row, Action change)
    {
        foreach (var index in indexes) index.Remove(row);
        try { change(); }
        finally { foreach (var index in indexes) index.Add(row); }
    }

    /// <summary>Puts <paramref name="next"/> in the place of the record with the same id.</summary>
    public void Swap(T next)
    {
        var before = byId[id(next)];
        rows[rows.IndexOf(before)] = next;
        byId[id(next)] = next;
        foreach (var index in indexes)
        {
            index.Remove(before);
            index.Add(next);
        }
    }

    public JsonNode Save() => JsonSerializer.SerializeToNode(rows)!;

    public void Load(JsonNode? saved)
    {
        rows.Clear();
        byId.Clear();
        foreach (var index in indexes) index.Clear();
        foreach (var row in saved.Deserialize<List<T>>() ?? []) Add(row);
    }
}

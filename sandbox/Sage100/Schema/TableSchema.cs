namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>One table and the business object over it. User-defined columns can be added while it is in use.</summary>
internal sealed class TableSchema
{
    private readonly List<Column> columns = [];
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);

    public TableSchema(string @object, string bus, string table, IEnumerable<Column> columns)
    {
        (Object, Bus, Table) = (@object, bus, table);
        foreach (var column in columns) Add(column);
    }

    /// <summary>The protocol's name: "SO_SalesOrder".</summary>
    public string Object { get; }

    /// <summary>BOI's name: "SO_SalesOrder_bus".</summary>
    public string Bus { get; }

    /// <summary>The file's name: "SO_SalesOrderHeader".</summary>
    public string Table { get; }

    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The label of the whole key in messages: "Customer Number".</summary>
    public required string KeyLabel { get; init; }

    public TableSchema? Lines { get; init; }

    /// <summary>Whether the agent may write it; services (_svc) only read.</summary>
    public bool Writable { get; init; }

    public IReadOnlyList<Column> Columns => columns;

    public Column? Find(string name) => ordinals.TryGetValue(name, out var at) ? columns[at] : null;

    public int Ordinal(string name) => ordinals[name];

    public void Add(Column column)
    {
        ordinals.Add(column.Name, columns.Count);
        columns.Add(column);
    }
}

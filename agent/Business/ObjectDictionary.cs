namespace Isthmus.Agent.Business;

/// <summary>An object's columns at one host.</summary>
internal sealed class ObjectDictionary(IReadOnlyList<ColumnFacts> columns)
{
    private readonly Dictionary<string, ColumnFacts> byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    /// <summary>The protocol's name: "SO_SalesOrder".</summary>
    public required string Object { get; init; }

    /// <summary>The file's name: "SO_SalesOrderHeader".</summary>
    public required string Table { get; init; }

    public required IReadOnlyList<string> Keys { get; init; }

    public IReadOnlyList<ColumnFacts> Columns => columns;

    public ObjectDictionary? Lines { get; init; }

    public bool Writable { get; init; }

    public ColumnFacts? Find(string name) => byName.GetValueOrDefault(name);
}

/// <summary>What a column holds. Every date and time is text in Sage.</summary>
internal enum ColumnKind { Text, Number, Date, Time, Flag }

/// <summary>One column as a host has it.</summary>
/// <param name="Name">Sage's name, without the $ that BOI puts on every column but numbers.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Length">Characters.</param>
internal sealed record ColumnFacts(string Name, ColumnKind Kind, int Length)
{
    /// <summary>Decimals of a number.</summary>
    public int Decimals { get; init; }

    /// <summary>What a flag may be.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public bool ReadOnly { get; init; }

    public bool Required { get; init; }

    /// <summary>The name that BOI knows.</summary>
    public string BoiName => Kind == ColumnKind.Number ? Name : Name + "$";
}

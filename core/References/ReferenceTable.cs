namespace Isthmus.Core.References;

/// <summary>A table that an engineer edits: rows of texts by key. Immutable.</summary>
public sealed class ReferenceTable
{
    private readonly Dictionary<string, int> _columnIndex;
    private readonly Dictionary<string, ReferenceRow> _byKey;

    internal ReferenceTable(
        string name, string description, string path, bool ignoreCase, IReadOnlyList<string> columns,
            IReadOnlyList<ReferenceRow> rows)
    {
        (Name, Description, Path, IgnoreCase, Columns, Rows) = (name, description, path, ignoreCase, columns, rows);
        _columnIndex = columns.Select((column, i) => (column, i)).ToDictionary(c => c.column, c => c.i, StringComparer.Ordinal);
        _byKey = new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var row in rows)
            _byKey.TryAdd(row.Key, row);
    }

    /// <summary>What documents call it.</summary>
    public string Name { get; }

    /// <summary>What it is for.</summary>
    public string Description { get; }

    /// <summary>The file it came from.</summary>
    public string Path { get; }

    /// <summary>True when keys match in any letter case.</summary>
    public bool IgnoreCase { get; }

    /// <summary>Its columns, without the key.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Its rows, in the file's order.</summary>
    public IReadOnlyList<ReferenceRow> Rows { get; }

    /// <summary>The cell of a column; null when the key is unknown or the cell is empty.</summary>
    public string? Find(string key, string column) => _byKey.TryGetValue(key, out var row) ? Cell(row, column) : null;

    /// <summary>True when there is a row with that key.</summary>
    public bool Contains(string key) => _byKey.ContainsKey(key);

    /// <summary>The cell of a row.</summary>
    public string? Cell(ReferenceRow row, string column) => row.Cells[_columnIndex[column]];

    /// <summary>The first column: what a lookup returns when it names none.</summary>
    public string FirstColumn => Columns[0];
}

/// <summary>One row of a reference table.</summary>
/// <param name="Key">What is looked up.</param>
/// <param name="Cells">One cell for each column; null where the file has none.</param>
public sealed record ReferenceRow(string Key, IReadOnlyList<string?> Cells);

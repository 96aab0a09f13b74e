namespace Azure.Data.Tables.Models;

/// <summary>A table of an account.</summary>
public class TableItem
{
    /// <summary>The table of that name.</summary>
    /// <param name="name">The name of the table.</param>
    public TableItem(string name) => Name = name;

    /// <summary>The name of the table.</summary>
    public string Name { get; }
}

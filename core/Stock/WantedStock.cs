using Isthmus.Core.Tables;

namespace Isthmus.Core.Stock;

/// <summary>A quantity that another system shall show.</summary>
/// <param name="Item">The item's code in the books.</param>
/// <param name="Warehouse">The warehouse's code in the books.</param>
/// <param name="Quantity">What may be sold there.</param>
public sealed record WantedStock(string Item, string Warehouse, decimal Quantity)
{
    /// <summary>The batch that carries it; empty while none does.</summary>
    public string Batch { get; init; } = "";

    /// <summary>True when its batch could not carry it: a newer quantity, or a person, sets it going again.</summary>
    public bool Refused { get; init; }

    /// <summary>True when it was refused at any time since it last arrived: a dead letter may tell of it.</summary>
    public bool WasRefused { get; init; }

    /// <summary>Which writing of the row was read; empty where none was.</summary>
    public string Version { get; init; } = "";

    /// <summary>The key of its place.</summary>
    public string Key => KeyOf(Item, Warehouse);

    /// <summary>The key of an item in a warehouse; all places of an item lie side by side.</summary>
    public static string KeyOf(string item, string warehouse) => $"{TableKey.Escape(item)}|{TableKey.Escape(warehouse)}";
}

using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Sage100;

/// <summary>A business object's columns at one host; lengths differ by release.</summary>
/// <param name="Object">The business object.</param>
/// <param name="Keys">Its key columns, in order.</param>
/// <param name="Columns">Its columns by name.</param>
/// <param name="Lines">The columns of its lines by name; empty when it has none.</param>
/// <param name="Writable">Whether records can be written, and not only read.</param>
public sealed record SageDictionary(
    string Object, IReadOnlyList<string> Keys,
    IReadOnlyDictionary<string, SageColumn> Columns, IReadOnlyDictionary<string, SageColumn> Lines, bool Writable)
{
    internal static SageDictionary Read(JsonElement answer) => new(
        answer.Text("object") ?? "", [.. answer.Texts("keys")],
        ColumnsOf(answer), answer.Member("lines") is { } lines ? ColumnsOf(lines) : new Dictionary<string, SageColumn>(),
        answer.Flag("writable"));

    private static Dictionary<string, SageColumn> ColumnsOf(JsonElement dictionary) => dictionary.Items("columns")
        .Select(column => new SageColumn(
            column.Text("name") ?? "", column.Text("type") ?? "text", (int?)column.Whole("length"), column.Flag("readOnly"),
            column.Flag("required")))
        .DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>One column.</summary>
/// <param name="Name">Sage's name, without the <c>$</c> of BOI.</param>
/// <param name="Type">text, number, date, time or flag.</param>
/// <param name="Length">Characters, for text.</param>
/// <param name="ReadOnly">True when it cannot be set.</param>
/// <param name="Required">True when it must be set.</param>
public sealed record SageColumn(string Name, string Type, int? Length, bool ReadOnly, bool Required);

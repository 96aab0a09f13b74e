using System.Text.Json;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Reading;

/// <summary>Reads the values of rows, which people type.</summary>
internal static class LineValues
{
    /// <summary>An amount; zero where there is none.</summary>
    public static decimal Amount(this JsonElement row, string name) => !Has(row, name) ? 0
        : row.FindNumber(name) ?? throw DealRefusals.NoNumber(name);

    /// <summary>A quantity above zero.</summary>
    public static decimal Quantity(this JsonElement row, string name)
    {
        var given = row.FindNumber(name);
        return given is > 0 ? given.Value : throw DealRefusals.NoQuantity(name, given);
    }

    /// <summary>The id of the record that a lookup points to, or null.</summary>
    public static string? Lookup(this JsonElement record, string name) =>
        Has(record, name) && record.GetProperty(name) is { ValueKind: JsonValueKind.Object } there ? there.FindText("id") : null;

    private static bool Has(JsonElement row, string name) => row.ValueKind == JsonValueKind.Object
        && row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null && value.ToString().Length > 0;
}

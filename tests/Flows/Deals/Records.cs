using System.Text.Json;

namespace Isthmus.Flows.Tests.Deals;

/// <summary>Reads the vendors' records in tests.</summary>
internal static class Records
{
    public static string? Text(this JsonElement record, string name) => record.GetProperty(name).GetString();

    public static decimal Amount(this JsonElement record, string name) => record.GetProperty(name).GetDecimal();

    /// <summary>The member, or null where it is missing or empty.</summary>
    public static string? Find(this JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    /// <summary>The only optional field of a record of Sage 300.</summary>
    public static string? OptionalField(this JsonElement record, string list) =>
        record.GetProperty(list).EnumerateArray().Single().Text("Value");

    /// <summary>How many records were written with the CRM's automations running.</summary>
    public static int Automations(this JsonElement setup) =>
        setup.GetProperty("automations").EnumerateObject().Where(each => each.Name != "none").Sum(each => each.Value.GetInt32());
}

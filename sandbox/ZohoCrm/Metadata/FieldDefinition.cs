using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>A custom field as files, controls and saved states give it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FieldDefinition
{
    /// <summary>A name that no module has yet makes a custom module of it.</summary>
    [JsonPropertyName("module")] public required string Module { get; init; }

    [JsonPropertyName("api_name")] public required string ApiName { get; init; }

    [JsonPropertyName("data_type")] public string DataType { get; init; } = "text";

    [JsonPropertyName("label")] public string? Label { get; init; }

    [JsonPropertyName("length")] public int? Length { get; init; }

    [JsonPropertyName("unique")] public bool Unique { get; init; }

    /// <summary>"org" or "user".</summary>
    [JsonPropertyName("external")] public string? External { get; init; }

    /// <summary>The module of a lookup.</summary>
    [JsonPropertyName("lookup")] public string? Lookup { get; init; }

    [JsonPropertyName("required")] public bool Required { get; init; }

    [JsonPropertyName("read_only")] public bool ReadOnly { get; init; }

    /// <summary>Texts, or {display_value, actual_value}.</summary>
    [JsonPropertyName("pick_list_values")] public JsonElement[]? PickListValues { get; init; }

    /// <summary>The fields of a row, for a subform.</summary>
    [JsonPropertyName("fields")] public FieldDefinition[]? Fields { get; init; }

    /// <summary>Takes the field away from its module instead.</summary>
    [JsonPropertyName("delete")] public bool Delete { get; init; }

    public IReadOnlyList<PickListValue> Choices() => [.. (PickListValues ?? []).Select(Choice)];

    private static PickListValue Choice(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return new PickListValue(value.GetString()!, value.GetString()!);
        var shown = value.GetProperty("display_value").GetString()!;
        return new PickListValue(shown, value.TryGetProperty("actual_value", out var actual) ? actual.GetString()! : shown);
    }
}

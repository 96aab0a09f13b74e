using System.Text.Json;
using System.Text.Json.Serialization;

namespace Isthmus.Core.Canonical;

/// <summary>How canonical records are written: camelCase names, enums as camelCase words, absent values left out.</summary>
public static class CanonicalJson
{
    /// <summary>The options for every canonical record.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The record as UTF-8 JSON.</summary>
    public static byte[] Write<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    /// <summary>The record in UTF-8 JSON.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize<T>(json.Span, Options)!;
}

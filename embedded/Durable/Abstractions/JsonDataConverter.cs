using System.Text.Json;

namespace Microsoft.DurableTask.Converters;

/// <summary>The default converter: System.Text.Json, fields included.</summary>
public class JsonDataConverter : DataConverter
{
    private static readonly JsonSerializerOptions DefaultOptions = new() { IncludeFields = true };

    private readonly JsonSerializerOptions options;

    /// <summary>A converter with the given options, or with the default ones.</summary>
    public JsonDataConverter(JsonSerializerOptions? options = null) => this.options = options ?? DefaultOptions;

    /// <summary>The converter that is used where none is configured.</summary>
    public static JsonDataConverter Default { get; } = new();

    /// <inheritdoc/>
    public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, options);

    /// <inheritdoc/>
    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : JsonSerializer.Deserialize(data, targetType, options);
}

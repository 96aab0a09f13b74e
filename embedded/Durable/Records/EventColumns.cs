using System.Text.Json;
using System.Text.Json.Serialization;
using DurableTask.Core;

namespace Isthmus.Embedded.Durable.Records;

/// <summary>A history event as columns.</summary>
internal sealed record EventColumns(
    int Type, int EventId, long Time, string? Name = null, string? Data = null, int? RefId = null, long? Due = null,
    EventDetails? Details = null);

/// <summary>The rarer parts of a history event, kept as JSON.</summary>
internal sealed record EventDetails
{
    private static readonly JsonSerializerOptions Options =
        new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    [JsonPropertyName("v")] public string? Version { get; init; }

    [JsonPropertyName("i")] public string? InstanceId { get; init; }

    [JsonPropertyName("t")] public IDictionary<string, string>? Tags { get; init; }

    [JsonPropertyName("f")] public FailureDetails? Failure { get; init; }

    [JsonPropertyName("r")] public bool Recursive { get; init; }

    private static readonly EventDetails None = new();

    public static string? Write(EventDetails? details) =>
        details is null || details == None ? null : JsonSerializer.Serialize(details, Options);

    public static EventDetails Read(string? text) =>
        text is null ? None : JsonSerializer.Deserialize<EventDetails>(text, Options)!;
}

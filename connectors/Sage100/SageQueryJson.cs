using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Connectors.Sage100;

/// <summary>The bodies of the read and query operations.</summary>
internal static class SageQueryJson
{
    private const int PageSize = 500;

    public static ReadOnlyMemory<byte> Read(string objectName, IReadOnlyDictionary<string, string> key) => Bytes(new JsonObject
    {
        ["records"] = new JsonArray(new JsonObject { ["ref"] = "1", ["object"] = objectName, ["key"] = Values(key) }),
    });

    public static ReadOnlyMemory<byte> Query(
        string objectName, IReadOnlyList<string> columns, IReadOnlyDictionary<string, string>? equals,
        (string Date, string Time)? since, string? after)
    {
        var body = new JsonObject { ["object"] = objectName, ["limit"] = PageSize };
        if (columns.Count > 0) body["columns"] = new JsonArray([.. columns.Select(column => (JsonNode)column)]);
        if (equals is { Count: > 0 }) body["equals"] = Values(equals);
        if (since is { } stamp) body["updatedSince"] = new JsonObject { ["date"] = stamp.Date, ["time"] = stamp.Time };
        if (after is not null) body["after"] = after;
        return Bytes(body);
    }

    private static JsonObject Values(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static ReadOnlyMemory<byte> Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body);
}

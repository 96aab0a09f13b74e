using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Connectors.Sage100;

/// <summary>The bodies of the read and query operations.</summary>
internal static class SageQueryJson
{
    public static ReadOnlyMemory<byte> Read(string objectName, IEnumerable<IReadOnlyDictionary<string, string>> keys)
    {
        var records = keys.Select((key, at) => (JsonNode)new JsonObject
        {
            ["ref"] = $"{at + 1}", ["object"] = objectName, ["key"] = Values(key),
        });
        return Bytes(new JsonObject { ["records"] = new JsonArray([.. records]) });
    }

    public static ReadOnlyMemory<byte> Query(SageQuery query, (string Date, string Time)? since, string? after)
    {
        var body = new JsonObject { ["object"] = query.Object, ["limit"] = query.PageSize };
        if (query.Columns.Count > 0) body["columns"] = new JsonArray([.. query.Columns.Select(column => (JsonNode)column)]);
        if (query.EqualTo is { Count: > 0 } equals) body["equals"] = Values(equals);
        if (since is { } stamp) body["updatedSince"] = new JsonObject { ["date"] = stamp.Date, ["time"] = stamp.Time };
        if (after is not null) body["after"] = after;
        return Bytes(body);
    }

    private static JsonObject Values(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static ReadOnlyMemory<byte> Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body);
}

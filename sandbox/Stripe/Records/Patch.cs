using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>Carries parameters over into a stored object.</summary>
internal static class Patch
{
    /// <summary>
    /// Sets those of the named fields that the parameters hold; returns their values before, for previous_attributes.
    /// </summary>
    public static JsonObject Apply(JsonObject body, JsonObject parameters, params ReadOnlySpan<string> names)
    {
        var previous = new JsonObject();
        foreach (var name in names)
        {
            if (!parameters.TryGetPropertyValue(name, out var value)) continue;
            if (JsonNode.DeepEquals(body[name], value)) continue;
            previous[name] = Before(body[name], value);
            body[name] = value?.DeepClone();
        }
        return previous;
    }

    /// <summary>Merges metadata: empty values remove their key, an empty metadata removes all.</summary>
    public static void Metadata(JsonObject body, JsonObject parameters, JsonObject previous)
    {
        if (!parameters.TryGetPropertyValue("metadata", out var value)) return;
        var before = (JsonObject)body["metadata"]!.DeepClone();
        var after = value is null ? [] : (JsonObject)before.DeepClone();
        foreach (var (key, text) in value as JsonObject ?? [])
        {
            if (text!.GetValue<string>().Length == 0) after.Remove(key);
            else after[key] = text.GetValue<string>();
        }
        if (JsonNode.DeepEquals(before, after)) return;
        if (after.Count > 50)
            throw Protocol.Refuse.Bad($"Metadata can have up to 50 keys, but you passed in {after.Count}.", param: "metadata");
        body["metadata"] = after;
        previous["metadata"] = Changed(before, after);
    }

    /// <summary>Metadata of a new object: as sent, without empty values.</summary>
    public static JsonObject NewMetadata(JsonNode? sent)
    {
        var body = new JsonObject { ["metadata"] = new JsonObject() };
        Metadata(body, new JsonObject { ["metadata"] = sent?.DeepClone() ?? new JsonObject() }, []);
        return (JsonObject)body["metadata"]!.DeepClone();
    }

    /// <summary>Of an object only what changes in it, as Stripe tells it.</summary>
    private static JsonNode? Before(JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (JsonObject was, JsonObject becomes) => Changed(was, becomes),
        _ => before?.DeepClone()
    };

    private static JsonObject Changed(JsonObject before, JsonObject after) =>
        new(before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key))
            .Where(key => before[key]?.ToString() != after[key]?.ToString())
            .Select(key => KeyValuePair.Create(key, before[key]?.DeepClone())));
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>Reads control calls that take many of a thing: an array, or an object that holds it.</summary>
internal static class ControlList
{
    public static async Task<List<JsonObject>> ReadListAsync(this HttpRequest request, string name)
    {
        JsonNode? body;
        try { body = await JsonNode.ParseAsync(request.Body); }
        catch (JsonException) { throw new ControlException("The body is not JSON."); }
        if (body is JsonObject wrapped) body = wrapped[name];
        if (body is not JsonArray array
            || array.Any(item => item is not JsonObject)) throw new ControlException($"The body must be an array of {name}.");
        return [.. array.Select(item => item!.AsObject())];
    }

    /// <summary>Quantities by LineKey; null where the body names none.</summary>
    public static IReadOnlyDictionary<string, decimal>? Quantities(this JsonObject body) =>
        body.Get<Dictionary<string, decimal>>("quantities");
}

using System.Text.Json;
using Isthmus.Sandbox.ZohoInventory.Bodies;

namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>Reads and checks the JSON of a request; the old form field JSONString is taken as well.</summary>
internal static class RequestBody
{
    private static readonly JsonElement nothing = JsonDocument.Parse("{}").RootElement;

    public static async Task<Body> ReadAsync(HttpRequest request, Route route)
    {
        if (route.Body is not { } shape) return new Body(nothing);
        var element = await ParseAsync(request);
        if (route.TakesArray && element.ValueKind == JsonValueKind.Array)
            foreach (var entry in element.EnumerateArray()) shape.Check(entry, "body");
        else shape.Check(element, "body");
        return new Body(element);
    }

    private static async Task<JsonElement> ParseAsync(HttpRequest request)
    {
        try
        {
            if (request.HasFormContentType)
                return (await request.ReadFormAsync())["JSONString"] is [{ } text, ..]
                    ? JsonDocument.Parse(text).RootElement : throw Malformed();
            if (request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding")) return nothing;
            return (await JsonDocument.ParseAsync(request.Body)).RootElement;
        }
        catch (JsonException) { throw Malformed(); }
    }

    private static Refusal Malformed() => new(1038, "JSON is not well formed");
}

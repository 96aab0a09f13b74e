using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Hosting;

/// <summary>Reads the JSON bodies of control calls; whatever is wrong is said in a <see cref="ControlException"/>.</summary>
internal static class ControlBody
{
    public static async Task<JsonObject> ReadControlAsync(this HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (text.Length == 0) return [];
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new ControlException("The body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ControlException($"The body is not JSON: {exception.Message}");
        }
    }

    /// <summary>The value of one member, or the default when absent or null.</summary>
    public static T? Get<T>(this JsonObject body, string name, T? otherwise = default)
    {
        if (!body.TryGetPropertyValue(name, out var node) || node is null) return otherwise;
        try { return node.Deserialize<T>(); }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new ControlException($"'{name}' has the wrong type: {node.GetValueKind()}.");
        }
    }

    /// <summary>The value of one member that must be there.</summary>
    public static T Need<T>(this JsonObject body, string name) =>
        body.Get<T>(name) ?? throw new ControlException($"'{name}' is missing.");

    /// <summary>Refuses members that the control does not know, so that a misspelling is not taken for a default.</summary>
    public static void AllowOnly(this JsonObject body, params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in body)
            if (!names.Contains(name)) throw new ControlException($"'{name}' is not known. Known: {string.Join(", ", names!)}.");
    }
}

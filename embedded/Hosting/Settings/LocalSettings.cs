using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Embedded.Hosting.Settings;

/// <summary>
/// local.settings.json: its <c>Values</c> are settings of the app, below the environment's, as Core Tools has it.
/// </summary>
internal static class LocalSettings
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static Dictionary<string, string?> Read(string folder)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var file = Path.Combine(folder, "local.settings.json");
        if (!File.Exists(file)) return settings;
        var root = Parse(file);
        if (root["IsEncrypted"]?.GetValue<bool>() == true)
            throw new InvalidDataException($"'{file}' is encrypted. Run 'func settings decrypt', or set IsEncrypted to false and write the values.");
        foreach (var (name, value) in root["Values"]?.AsObject() ?? []) settings[name.Replace("__", ":")] = value?.ToString();
        foreach (var (name, value) in root["ConnectionStrings"]?.AsObject() ?? []) settings[$"ConnectionStrings:{name}"] = value?.ToString();
        if (root["Host"]?["LocalHttpPort"] is { } port) settings["urls"] = $"http://localhost:{port}";
        return settings;
    }

    private static JsonNode Parse(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file), documentOptions: Lenient) ?? new JsonObject();
        }
        catch (JsonException failure)
        {
            throw new InvalidDataException($"'{file}' is not JSON: line {failure.LineNumber + 1}.", failure);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Notifications;

/// <summary>Conditions of a channel: groups of at most two, ten fields in all, each by name and id that agree.</summary>
internal static class ConditionCheck
{
    private const int MostInGroup = 2;
    private const int MostFields = 10;

    public static Problem? Run(Org org, JsonElement conditions, string path)
    {
        if (conditions.ValueKind != JsonValueKind.Array) return Problem.Type("notification_condition", path, "jsonarray");
        var at = 0;
        foreach (var condition in conditions.EnumerateArray())
        {
            var here = $"{path}[{at++}]";
            if (!condition.TryGetProperty("type", out var type) || type.ToString() != "field_selection")
                return Problem.Value("type", here + ".type");
            if (!condition.TryGetProperty("module", out var module)) return Problem.Missing("module", here + ".module");
            if (!condition.TryGetProperty("field_selection", out var selection))
                return Problem.Missing("field_selection", here + ".field_selection");
            if (org.Find(module.GetProperty("api_name").ToString()) is not { } found)
                return Problem.Value("module", here + ".module");
            if (module.TryGetProperty("id", out var id) && id.ToString() != found.Id.ToString())
                return Ambiguous("module", here + ".module");
            var fields = 0;
            if (Group(found, selection, here + ".field_selection", ref fields) is { } problem) return problem;
            if (fields > MostFields)
                return new Problem("LIMIT_EXCEEDED", "too many fields", new JsonObject { ["limit"] = MostFields });
        }
        return null;
    }

    /// <summary>Whether a change of these fields is one that the channel asks for.</summary>
    public static bool Wants(JsonArray? conditions, CrmModule module, IReadOnlyList<string> changed)
    {
        var own = conditions?.OfType<JsonObject>().Where(condition =>
            (string?)condition["module"]?["api_name"] == module.ApiName).ToList();
        return own is null or [] || own.Exists(condition => Holds((JsonObject)condition["field_selection"]!, changed));
    }

    private static bool Holds(JsonObject selection, IReadOnlyList<string> changed)
    {
        if (selection["field"] is { } field) return changed.Contains((string?)field["api_name"]);
        if (selection["group"] is not JsonArray group) return changed.Contains((string?)selection["api_name"]);
        return (string?)selection["group_operator"] == "and"
            ? group.All(part => Holds((JsonObject)part!, changed)) : group.Any(part => Holds((JsonObject)part!, changed));
    }

    private static Problem? Group(CrmModule module, JsonElement selection, string path, ref int fields)
    {
        if (selection.TryGetProperty("field", out var named)) return Field(module, named, path + ".field", ref fields);
        if (!selection.TryGetProperty("group", out var group)) return Field(module, selection, path, ref fields);
        if (group.ValueKind != JsonValueKind.Array) return Problem.Type("group", path + ".group", "jsonarray");
        if (group.GetArrayLength() > MostInGroup) return Problem.TooLong("group", path + ".group", MostInGroup);
        if (!selection.TryGetProperty("group_operator", out _))
            return Problem.Missing("group_operator", path + ".group_operator");
        foreach (var part in group.EnumerateArray())
            if (Group(module, part, path + ".group", ref fields) is { } problem) return problem;
        return null;
    }

    private static Problem? Field(CrmModule module, JsonElement field, string path, ref int fields)
    {
        fields++;
        if (!field.TryGetProperty("api_name", out var name)) return Problem.Missing("api_name", path + ".api_name");
        if (module.Find(name.ToString()) is not { } found) return Problem.Value("api_name", path + ".api_name");
        return field.TryGetProperty("id", out var id) && id.ToString() != found.Id.ToString() ? Ambiguous("field", path) : null;
    }

    private static Problem Ambiguous(string name, string path) => new("AMBIGUITY_DURING_PROCESSING", "ambiguity while processing",
        new JsonObject { ["api_name"] = name, ["json_path"] = path });
}

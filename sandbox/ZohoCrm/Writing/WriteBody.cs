using System.Text.Json;
using Isthmus.Sandbox.ZohoCrm.Api;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>The body of a write: items, and what they set off.</summary>
internal sealed record WriteBody(JsonElement Data, string Trigger, IReadOnlyList<string>? DuplicateCheck)
{
    private const int Most = 100;

    private static readonly HashSet<string> known =
    [
        "data", "trigger", "duplicate_check_fields", "skip_feature_execution", "apply_feature_execution",
        "lar_id", "wf_trigger", "process",
    ];

    private static readonly string[] triggers = ["workflow", "approval", "blueprint", "pathfinder", "orchestration"];

    public static WriteBody Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new CrmRefusal(400, Problem.Type("body", "$", "jsonobject"));
        foreach (var member in body.EnumerateObject())
            if (!known.Contains(member.Name)) throw new CrmRefusal(400, Problem.UnknownField(member.Name, $"$.{member.Name}"));
        if (!body.TryGetProperty("data", out var data)) throw new CrmRefusal(400, Problem.Missing("data", "$.data"));
        if (data.ValueKind != JsonValueKind.Array || data.GetArrayLength() == 0) throw CrmRefusal.Body("data", "jsonarray");
        if (data.GetArrayLength() > Most) throw new CrmRefusal(400, TooMany());
        return new WriteBody(data, TriggerOf(body), DuplicateFields(body));
    }

    private static Problem TooMany() => new("LIMIT_EXCEEDED", "maximum length exceeded",
        new() { ["maximum_length"] = Most, ["api_name"] = "data" });

    /// <summary>"all" when nothing is said, "none" for an empty list, else what the list says.</summary>
    private static string TriggerOf(JsonElement body)
    {
        if (!body.TryGetProperty("trigger", out var trigger) || trigger.ValueKind == JsonValueKind.Null) return "all";
        var given = Texts("trigger", trigger);
        for (var i = 0; i < given.Count; i++)
            if (!triggers.Contains(given[i])) throw new CrmRefusal(400, Problem.NotOneOf("trigger", $"$.trigger[{i}]", triggers));
        return given.Count == 0 ? "none" : string.Join(',', given);
    }

    private static List<string>? DuplicateFields(JsonElement body) =>
        body.TryGetProperty("duplicate_check_fields", out var fields) && fields.ValueKind != JsonValueKind.Null
            ? Texts("duplicate_check_fields", fields) : null;

    private static List<string> Texts(string name, JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array) throw CrmRefusal.Body(name, "jsonarray");
        return [.. list.EnumerateArray().Select(value =>
            value.ValueKind == JsonValueKind.String ? value.GetString()! : throw CrmRefusal.Body(name, "string"))];
    }
}

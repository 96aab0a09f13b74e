using System.Text.Json;
using System.Text.RegularExpressions;

namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>What a call costs in credits, and whether it counts among the heavy ones (vendor notes, section 9).</summary>
internal readonly partial record struct CallCost(int Credits, bool IsHeavy)
{
    public static CallCost Of(CrmRoute route, HttpRequest request, JsonElement body)
    {
        if (route.Template == "/coql") return Query(body);
        if (route.Template == "/{module}/deleted") return new(2, false);
        if (route is { Method: "POST", Template: "/settings/modules" }) return new(500, false);
        if (route.WritesRecords && route.TakesBody) return Write(body);
        return new(1, route is { Method: "GET", Template: "/{module}" } && HeavyList(request));
    }

    private static CallCost Write(JsonElement body)
    {
        var count = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Array ? data.GetArrayLength() : 1;
        return new(Math.Max(1, (count + 9) / 10), count > 10);
    }

    private static CallCost Query(JsonElement body)
    {
        var text = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("select_query", out var query)
            ? query.ToString() : "";
        var limit = Limit().Match(text) is { Success: true } match && int.TryParse(match.Groups["n"].Value, out var n) ? n : 200;
        return new(limit <= 200 ? 1 : limit <= 1000 ? 2 : 3, true);
    }

    private static bool HeavyList(HttpRequest request) => request.Query.ContainsKey("cvid") || request.Query.ContainsKey("sort_by");

    [GeneratedRegex(@"\blimit\s+(\d+\s*,\s*)?(?<n>\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Limit();
}

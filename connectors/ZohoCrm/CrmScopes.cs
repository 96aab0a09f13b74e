namespace Isthmus.Connectors.ZohoCrm;

/// <summary>The OAuth scopes that the flows need. Source: Zoho CRM API v8, Scopes.</summary>
internal static class CrmScopes
{
    private static readonly (string Area, string Right)[] Needed =
    [
        ("modules", "ALL"), ("settings", "READ"), ("org", "READ"), ("users", "READ"), ("notifications", "ALL"), ("coql", "READ"),
    ];

    /// <summary>As the consent page takes them.</summary>
    public static string All { get; } = string.Join(',', Needed.Select(need => $"ZohoCRM.{need.Area}.{need.Right}"));

    /// <summary>
    /// What a token's scope text does not cover; nothing when it says nothing. A right to parts of an area counts: which
    /// modules a company carries is its own choice.
    /// </summary>
    public static IReadOnlyList<string> Missing(string granted)
    {
        var has = granted.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return has.Length == 0 ? [] : [.. Needed
            .Where(need => !has.Any(each => each.StartsWith($"ZohoCRM.{need.Area}.", StringComparison.OrdinalIgnoreCase)))
            .Select(need => $"ZohoCRM.{need.Area}.{need.Right}")];
    }
}

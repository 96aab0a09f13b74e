namespace Isthmus.Sandbox.ZohoCrm.Api;

/// <summary>Whether what a token may do covers what a call needs.</summary>
internal static class CrmScopes
{
    public static readonly string[] Everything =
    [
        "ZohoCRM.modules.ALL", "ZohoCRM.settings.ALL", "ZohoCRM.org.READ", "ZohoCRM.users.READ", "ZohoCRM.notifications.ALL",
        "ZohoCRM.coql.READ", "ZohoCRM.features.READ", "ZohoSearch.securesearch.READ",
    ];

    /// <summary>"ZohoCRM.modules.accounts.READ" is covered by itself, by .WRITE or .ALL in its place, and by the same of a
    /// wider area ("ZohoCRM.modules.READ").</summary>
    public static bool Cover(IReadOnlyList<string> given, string needed)
    {
        var parts = needed.Split('.');
        var verb = parts[^1];
        for (var depth = parts.Length - 1; depth >= 2; depth--)
        {
            var area = string.Join('.', parts[..depth]);
            if (given.Any(scope => IsOf(scope, area, verb))) return true;
        }
        return false;
    }

    private static bool IsOf(string scope, string area, string verb)
    {
        if (!scope.StartsWith(area + ".", StringComparison.OrdinalIgnoreCase)) return false;
        var granted = scope[(area.Length + 1)..].ToUpperInvariant();
        return granted == "ALL" || granted == verb || (granted == "WRITE" && verb is not "READ");
    }
}

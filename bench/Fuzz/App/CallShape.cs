using System.Text.RegularExpressions;

namespace Isthmus.Fuzz;

/// <summary>What two calls have in common that get the same kind of answer: method, path without ids, and Sage's business object.</summary>
internal static partial class CallShape
{
    public static string Of(HttpMethod method, Uri address, string body)
    {
        var path = string.Join('/', address.AbsolutePath.Split('/').Select(part => Id().IsMatch(part) ? "*" : part));
        var named = SageObject().Match(body);
        return $"{method} {path}{(named.Success ? " " + named.Groups[1].Value : "")}";
    }

    [GeneratedRegex("^([a-z]{2,4}_[A-Za-z0-9_]{10,}|[0-9]{6,})$")]
    private static partial Regex Id();

    [GeneratedRegex("\"object\":\"([A-Za-z_]+)\"")]
    private static partial Regex SageObject();
}

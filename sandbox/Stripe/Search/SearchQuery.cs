using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Search;

/// <summary>A search as Stripe writes it: status:'succeeded' AND metadata['order']:'7', or with OR, never both.</summary>
internal sealed partial record SearchQuery(IReadOnlyList<SearchClause> Clauses, bool Any)
{
    public bool Holds(JsonObject body) => Any ? Clauses.Any(clause => clause.Holds(body)) : Clauses.All(clause => clause.Holds(body));

    public static SearchQuery Parse(string text, string kind)
    {
        var (clauses, joints, rest) = (new List<SearchClause>(), new HashSet<string>(), text.Trim());
        while (rest.Length > 0)
        {
            if (clauses.Count > 0 && Joint().Match(rest) is { Success: true } joint)
            {
                joints.Add(joint.Groups[1].Value.ToUpperInvariant());
                rest = rest[joint.Length..];
            }
            var match = Clause().Match(rest);
            if (!match.Success) throw Wrong($"We could not parse your search query near '{rest}'.");
            clauses.Add(Checked(match, kind));
            rest = rest[match.Length..].TrimStart();
        }
        if (clauses.Count == 0) throw Wrong("The search query is empty.");
        if (clauses.Count > 10) throw Wrong("A search query has up to 10 clauses.");
        if (joints.Count > 1) throw Wrong("You cannot combine AND and OR in the same query.");
        return new SearchQuery(clauses, joints.Contains("OR"));
    }

    private static SearchClause Checked(Match match, string kind)
    {
        var field = match.Groups["field"].Value;
        var type = SearchFields.Type(kind, field) ?? throw Wrong($"Field `{field}` is an unsupported search field for resource `{kind}`.");
        var (compare, value) = (match.Groups["operator"].Value, Value(match));
        var (isKeyed, isNumber) = (match.Groups["key"].Success, type == "number");
        if ((field == "metadata") != isKeyed) throw Wrong("Metadata is searched by key: metadata['key']:'value'.");
        if (compare == "~" && type != "string") throw Wrong($"Field `{field}` cannot be searched with `~`.");
        if (compare is not (":" or "~") && !isNumber) throw Wrong($"Field `{field}` cannot be compared with `{compare}`.");
        if (isNumber && value is not null && !long.TryParse(value, out _)) throw Wrong($"Field `{field}` takes a whole number.");
        if (compare == "~" && value?.Length < 3) throw Wrong("Substring search takes at least 3 characters.");
        return new SearchClause(match.Groups["not"].Success, field, isKeyed ? match.Groups["key"].Value : null, compare, value);
    }

    private static string? Value(Match match) => match.Groups["text"] switch
    {
        { Success: true } quoted => Escape().Replace(quoted.Value, "$1"),
        _ when match.Groups["bare"].Value is "null" => null,
        _ => match.Groups["bare"].Value
    };

    private static StripeException Wrong(string why) => Refuse.Bad(why, param: "query");

    [GeneratedRegex("""^\s*(AND|OR)\s+""", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex("""
        ^(?<not>-)?(?<field>[a-z0-9_.]+)(\[(?<quote>["'])(?<key>[^"']+)\k<quote>\])?(?<operator>>=|<=|[:~<>])((?<mark>["'])(?<text>(\\.|(?!\k<mark>)[^\\])*)\k<mark>|(?<bare>[A-Za-z0-9_.-]+))
        """, RegexOptions.ExplicitCapture)]
    private static partial Regex Clause();

    [GeneratedRegex("""\\(.)""")]
    private static partial Regex Escape();
}

using System.Text.RegularExpressions;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;

namespace Isthmus.Sandbox.Intacct.Reading;

/// <summary>
/// The query of readByQuery, which looks like SQL: <c>WHENMODIFIED &gt;= '03/09/2026 14:00:00' AND STATUS = 'active'</c>. Quotes in a text
/// are written with a backslash.
/// </summary>
internal sealed partial class QueryText(Company company, ObjectType type, string text)
{
    private readonly List<string> words = [.. Word().Matches(text).Select(match => match.Value.Trim())];
    private int at;

    public Func<Record, bool> Read()
    {
        if (words.Count == 0) return _ => true;
        var whole = Either();
        return at == words.Count ? whole : throw Wrong();
    }

    private Func<Record, bool> Either()
    {
        var left = Both();
        while (Take("OR"))
        {
            var (one, other) = (left, Both());
            left = record => one(record) || other(record);
        }
        return left;
    }

    private Func<Record, bool> Both()
    {
        var left = One();
        while (Take("AND"))
        {
            var (one, other) = (left, One());
            left = record => one(record) && other(record);
        }
        return left;
    }

    private Func<Record, bool> One()
    {
        if (Take("("))
        {
            var inner = Either();
            return Take(")") ? inner : throw Wrong();
        }
        var field = Objects.Field(company, type, Next());
        if (Take("IS"))
        {
            var not = Take("NOT");
            return Take("NULL") ? Condition.Create(company, field, not ? "isnotnull" : "isnull", [], false) : throw Wrong();
        }
        var negated = Take("NOT");
        if (Take("IN")) return Condition.Create(company, field, negated ? "notin" : "in", Values(), false);
        if (Take("LIKE")) return Condition.Create(company, field, negated ? "notlike" : "like", [Value()], false);
        var operation = Next() switch
        {
            "=" => "equalto", "!=" or "<>" => "notequalto", "<" => "lessthan", "<=" => "lessthanorequalto",
            ">" => "greaterthan", ">=" => "greaterthanorequalto", _ => throw Wrong(),
        };
        return Condition.Create(company, field, operation, [Value()], false);
    }

    private List<string> Values()
    {
        if (!Take("(")) throw Wrong();
        var values = new List<string> { Value() };
        while (Take(",")) values.Add(Value());
        return Take(")") ? values : throw Wrong();
    }

    private string Value()
    {
        var word = Next();
        return word.StartsWith('\'') && word.EndsWith('\'') && word.Length > 1
            ? word[1..^1].Replace("\\'", "'", StringComparison.Ordinal)
            : long.TryParse(word, out _) ? word : throw Wrong();
    }

    private string Next() => at < words.Count ? words[at++] : throw Wrong();

    private bool Take(string word)
    {
        if (at >= words.Count || !words[at].Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        at++;
        return true;
    }

    private static FunctionException Wrong() => new("Query Failed", "The query cannot be read: check its operators, quotes and spaces.");

    [GeneratedRegex(@"'(?:\\'|[^'])*'|[(),]|[^\s(),]+")]
    private static partial Regex Word();
}

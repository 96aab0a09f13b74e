using System.Text;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Coql;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Reading;

/// <summary>
/// ((Field:operator:value)and(Field:operator:value)). A backslash stands before ( ) , and itself inside a value. On texts,
/// equals finds what contains the value (vendor notes, section 8.1).
/// </summary>
internal sealed class SearchCriteria
{
    private const int Most = 15;
    private readonly Org org;
    private readonly CrmModule module;
    private readonly string text;
    private int at;
    private int count;
    private int depth;

    private SearchCriteria(Org org, CrmModule module, string text) => (this.org, this.module, this.text) = (org, module, text);

    public static Func<CrmRecord, bool> Parse(Org org, CrmModule module, string text)
    {
        var criteria = new SearchCriteria(org, module, text.Trim());
        var parsed = criteria.Groups();
        return criteria.at == criteria.text.Length ? parsed : throw Invalid("there is more than the criteria");
    }

    private Func<CrmRecord, bool> Groups()
    {
        var condition = Group();
        while (Joint() is { } isAnd)
        {
            var (left, right) = (condition, Group());
            condition = isAnd ? record => left(record) && right(record) : record => left(record) || right(record);
        }
        return condition;
    }

    private Func<CrmRecord, bool> Group()
    {
        Expect('(');
        if (++depth > Most) throw Invalid("the groups are too deep");
        var condition = Next() == '(' ? Groups() : Criterion();
        Expect(')');
        depth--;
        return condition;
    }

    private Func<CrmRecord, bool> Criterion()
    {
        if (++count > Most)
            throw new CrmRefusal(400, "CRITERIA_LIMIT_EXCEEDED", $"no of criterium that can be given exceed the limit {Most}");
        var name = Until(':');
        var op = Until(':');
        var values = Values();
        var column = new Column(org, module, name, "criteria");
        return op switch
        {
            "equals" when column.Field is { } field && IsText(field.Type) => Test(column, "like", [$"%{values[0]}%"]),
            "equals" => Test(column, "=", values[..1]),
            "not_equal" => Test(column, "!=", values[..1]),
            "in" when values.Count <= 100 => Test(column, "in", values),
            "in" => throw new CrmRefusal(400, "INVALID_QUERY", "Only 100 values are allowed in \"IN\" criteria",
                new JsonObject { ["param_name"] = "criteria" }),
            "starts_with" => Test(column, "like", [values[0] + "%"]),
            "contains" => Test(column, "like", [$"%{values[0]}%"]),
            "greater_than" => Test(column, ">", values[..1]),
            "greater_equal" => Test(column, ">=", values[..1]),
            "less_than" => Test(column, "<", values[..1]),
            "less_equal" => Test(column, "<=", values[..1]),
            "between" when values.Count == 2 => Test(column, "between", values),
            _ => throw new CrmRefusal(400, "INVALID_QUERY", "Invalid query formed",
                new JsonObject { ["operator"] = op, ["reason"] = "invalid operator" }),
        };
    }

    private static bool IsText(FieldType type) => !type.IsNumber() && type is not (FieldType.Date or FieldType.DateTime
        or FieldType.Boolean or FieldType.Lookup or FieldType.OwnerLookup);

    private static Func<CrmRecord, bool> Test(Column column, string op, List<string> values) =>
        new Filter(column, op, [.. values.Select(value => new CoqlToken(TokenKind.Text, value, 0))]).Holds;

    private List<string> Values()
    {
        var values = new List<string>();
        var value = new StringBuilder();
        for (; at < text.Length && text[at] != ')'; at++)
            if (text[at] == ',') { values.Add(value.ToString()); value.Clear(); }
            else value.Append(text[at] == '\\' && at + 1 < text.Length ? text[++at] : text[at]);
        values.Add(value.ToString());
        return values;
    }

    private bool? Joint()
    {
        foreach (var (word, isAnd) in new[] { ("and", true), ("or", false) })
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                at += word.Length;
                return isAnd;
            }
        return null;
    }

    private char Next() => at < text.Length ? text[at] : '\0';

    private string Until(char end)
    {
        var found = text.IndexOf(end, at);
        if (found < 0) throw Invalid("a colon is missing");
        var part = text[at..found];
        at = found + 1;
        return part.Trim();
    }

    private void Expect(char letter)
    {
        if (Next() != letter) throw Invalid($"'{letter}' is missing");
        at++;
    }

    private static CrmRefusal Invalid(string reason) =>
        new(400, "INVALID_QUERY", "Invalid query formed", new JsonObject { ["reason"] = reason });
}

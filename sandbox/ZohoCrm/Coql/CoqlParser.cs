using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;

namespace Isthmus.Sandbox.ZohoCrm.Coql;

/// <summary>
/// select COLUMNS from MODULE where CONDITION [order by ...] [limit N [offset M] | limit M, N]. More than two criteria need
/// parentheses, two by two.
/// </summary>
internal sealed class CoqlParser
{
    private const int MostColumns = 50;
    private const int MostCriteria = 25;
    private const int MostOrders = 10;
    private const int MostRows = 2_000;
    private const int MostReached = 100_000;

    private readonly List<CoqlToken> tokens;
    private readonly int mostValues;
    private int at;
    private int criteria;

    private CoqlParser(string query, int mostValues) => (tokens, this.mostValues) = (CoqlLexer.Read(query), mostValues);

    private CoqlToken Current => tokens[at];

    public static CoqlQuery Parse(string query, int mostValues)
    {
        var parser = new CoqlParser(query, mostValues);
        var parsed = parser.Query();
        return parser.Current.Kind == TokenKind.End ? parsed : throw parser.Current.Unexpected();
    }

    private CoqlQuery Query()
    {
        Expect("select");
        var columns = Columns();
        Expect("from");
        var module = Name();
        if (!Current.Is("where"))
            throw new CrmRefusal(400, "SYNTAX_ERROR", "missing clause", new JsonObject { ["clause"] = "where" });
        at++;
        var where = Condition();
        var orders = Current.Is("order") ? Orders() : [];
        var (limit, offset) = Current.Is("limit") ? Limits() : (200, 0);
        return new CoqlQuery(columns, module, where, orders, limit, offset);
    }

    private List<string> Columns()
    {
        var columns = new List<string> { Name() };
        while (Take(",")) columns.Add(Name());
        if (columns.Count > MostColumns) throw Limit("select", MostColumns);
        var twice = columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1);
        if (twice is null) return columns;
        throw new CrmRefusal(400, "DUPLICATE_DATA", "duplicate column", new JsonObject { ["column_name"] = twice.Key });
    }

    private CoqlCondition Condition()
    {
        var left = Term();
        if (!Current.Is("and") && !Current.Is("or")) return left;
        var isAnd = tokens[at++].Is("and");
        var right = Term();
        if (Current.Is("and") || Current.Is("or")) throw Current.Unexpected();
        return new CoqlCondition.Pair(left, isAnd, right);
    }

    private CoqlCondition Term()
    {
        if (!Take("(")) return Test();
        var inner = Condition();
        Expect(")");
        return inner;
    }

    private CoqlCondition.Test Test()
    {
        if (++criteria > MostCriteria) throw Limit("where", MostCriteria);
        var column = Name();
        if (Take("is"))
        {
            var negated = Take("not");
            Expect("null");
            return new(column, negated ? "is not null" : "is null", []);
        }
        var not = Take("not");
        if (Take("in")) return new(column, not ? "not in" : "in", Values());
        if (Take("like")) return new(column, not ? "not like" : "like", [Value()]);
        if (Take("between"))
        {
            var low = Value();
            Expect("and");
            return new(column, not ? "not between" : "between", [low, Value()]);
        }
        return not ? throw Current.Unexpected() : new(column, Sign(), [Value()]);
    }

    private string Sign()
    {
        if (Current is not { Kind: TokenKind.Sign, Text: "=" or "!=" or "<>" or "<" or "<=" or ">" or ">=" })
            throw Current.Unexpected();
        return tokens[at++].Text is var sign and not "<>" ? sign : "!=";
    }

    private List<CoqlToken> Values()
    {
        Expect("(");
        var values = new List<CoqlToken> { Value() };
        while (Take(",")) values.Add(Value());
        Expect(")");
        return values.Count <= mostValues ? values : throw Limit("in", mostValues);
    }

    private List<(string, bool)> Orders()
    {
        at++;
        Expect("by");
        var orders = new List<(string, bool)>();
        do
        {
            var column = Name();
            var descending = Take("desc");
            if (!descending) Take("asc");
            orders.Add((column, descending));
        }
        while (Take(","));
        return orders.Count <= MostOrders ? orders : throw Limit("order by", MostOrders);
    }

    private (int Limit, int Offset) Limits()
    {
        at++;
        var first = Number();
        var (limit, offset) = Take(",") ? (Number(), first) : Take("offset") ? (first, Number()) : (first, 0);
        if (limit > MostRows) throw Limit("limit", MostRows);
        return offset + limit <= MostReached ? (limit, offset) : throw Limit("offset", MostReached);
    }

    private int Number() =>
        Current.Kind == TokenKind.Number && int.TryParse(Current.Text, out var number) && number >= 0
            ? Taken(number) : throw Current.Unexpected();

    private CoqlToken Value() => Current.Kind is TokenKind.Text or TokenKind.Number || Current.Is("true") || Current.Is("false")
        ? tokens[at++] : throw Current.Unexpected();

    private string Name() => Current.Kind == TokenKind.Word ? tokens[at++].Text : throw Current.Unexpected();

    private bool Take(string word)
    {
        if (!Current.Is(word)) return false;
        at++;
        return true;
    }

    private void Expect(string word)
    {
        if (!Take(word)) throw Current.Unexpected();
    }

    private int Taken(int number)
    {
        at++;
        return number;
    }

    private static CrmRefusal Limit(string clause, int most) =>
        new(400, "LIMIT_EXCEEDED", "limit exceeded", new JsonObject { ["limit"] = most.ToString(), ["clause"] = clause });
}

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

    private readonly CoqlCursor cursor;
    private readonly int mostValues;
    private int criteria;
    private int depth;

    private CoqlParser(string query, int mostValues) => (cursor, this.mostValues) = (new CoqlCursor(query), mostValues);

    public static CoqlQuery Parse(string query, int mostValues)
    {
        var parser = new CoqlParser(query, mostValues);
        var parsed = parser.Query();
        return parser.cursor.Current.Kind == TokenKind.End ? parsed : throw parser.cursor.Current.Unexpected();
    }

    private CoqlQuery Query()
    {
        cursor.Expect("select");
        var columns = Columns();
        cursor.Expect("from");
        var module = cursor.Name();
        if (!cursor.Current.Is("where"))
            throw new CrmRefusal(400, "SYNTAX_ERROR", "missing clause", new JsonObject { ["clause"] = "where" });
        cursor.Next();
        var where = Condition();
        var orders = cursor.Current.Is("order") ? Orders() : [];
        var (limit, offset) = cursor.Current.Is("limit") ? Limits() : (200, 0);
        return new CoqlQuery(columns, module, where, orders, limit, offset);
    }

    private List<string> Columns()
    {
        var columns = new List<string> { cursor.Name() };
        while (cursor.Take(",")) columns.Add(cursor.Name());
        if (columns.Count > MostColumns) throw Limit("select", MostColumns);
        var twice = columns.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1);
        if (twice is null) return columns;
        throw new CrmRefusal(400, "DUPLICATE_DATA", "duplicate column", new JsonObject { ["column_name"] = twice.Key });
    }

    private CoqlCondition Condition()
    {
        var left = Term();
        if (!cursor.Current.Is("and") && !cursor.Current.Is("or")) return left;
        var isAnd = cursor.Next().Is("and");
        var right = Term();
        if (cursor.Current.Is("and") || cursor.Current.Is("or")) throw cursor.Current.Unexpected();
        return new CoqlCondition.Pair(left, isAnd, right);
    }

    private CoqlCondition Term()
    {
        if (!cursor.Take("(")) return Test();
        if (++depth > MostCriteria) throw cursor.Current.Unexpected();
        var inner = Condition();
        cursor.Expect(")");
        depth--;
        return inner;
    }

    private CoqlCondition.Test Test()
    {
        if (++criteria > MostCriteria) throw Limit("where", MostCriteria);
        var column = cursor.Name();
        if (cursor.Take("is"))
        {
            var negated = cursor.Take("not");
            cursor.Expect("null");
            return new(column, negated ? "is not null" : "is null", []);
        }
        var not = cursor.Take("not");
        if (cursor.Take("in")) return new(column, not ? "not in" : "in", Values());
        if (cursor.Take("like")) return new(column, not ? "not like" : "like", [cursor.Value()]);
        if (cursor.Take("between"))
        {
            var low = cursor.Value();
            cursor.Expect("and");
            return new(column, not ? "not between" : "between", [low, cursor.Value()]);
        }
        return not ? throw cursor.Current.Unexpected() : new(column, cursor.Sign(), [cursor.Value()]);
    }

    private List<CoqlToken> Values()
    {
        cursor.Expect("(");
        var values = new List<CoqlToken> { cursor.Value() };
        while (cursor.Take(",")) values.Add(cursor.Value());
        cursor.Expect(")");
        return values.Count <= mostValues ? values : throw Limit("in", mostValues);
    }

    private List<(string, bool)> Orders()
    {
        cursor.Next();
        cursor.Expect("by");
        var orders = new List<(string, bool)>();
        do
        {
            var column = cursor.Name();
            var descending = cursor.Take("desc");
            if (!descending) cursor.Take("asc");
            orders.Add((column, descending));
        }
        while (cursor.Take(","));
        return orders.Count <= MostOrders ? orders : throw Limit("order by", MostOrders);
    }

    private (int Limit, int Offset) Limits()
    {
        cursor.Next();
        var first = cursor.Number();
        var (limit, offset) = cursor.Take(",") ? (cursor.Number(), first)
            : cursor.Take("offset") ? (first, cursor.Number()) : (first, 0);
        if (limit > MostRows) throw Limit("limit", MostRows);
        return (long)offset + limit <= MostReached ? (limit, offset) : throw Limit("offset", MostReached);
    }

    private static CrmRefusal Limit(string clause, int most) =>
        new(400, "LIMIT_EXCEEDED", "limit exceeded", new JsonObject { ["limit"] = most.ToString(), ["clause"] = clause });
}

using System.Globalization;
using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Odata;

/// <summary>The options of a query that the Web API documents; every other one is refused.</summary>
internal sealed record QueryOptions(
    Func<Entity, bool>? Filter, IReadOnlyList<string>? Select, int? Top, int Skip, bool Count)
{
    private static readonly string[] Known = ["$filter", "$select", "$top", "$skip", "$count", "$format"];

    public static QueryOptions Read(IQueryCollection query, EntitySchema schema, string dialect)
    {
        foreach (var (name, values) in query)
            if (name.StartsWith('$') && (!Known.Contains(name) || values.Count != 1))
                throw WebApiError.Parameters($"The query option '{name}' is not supported, or given more than once.");
        return new QueryOptions(
            query["$filter"].ToString() is { Length: > 0 } filter ? Odata.Filter.Read(filter, schema, dialect) : null,
            query["$select"].ToString() is { Length: > 0 } select ? Names(select, schema) : null,
            query.ContainsKey("$top") ? Whole(query["$top"].ToString(), "$top") : null,
            query.ContainsKey("$skip") ? Whole(query["$skip"].ToString(), "$skip") : 0,
            query["$count"].ToString() == "true");
    }

    private static List<string> Names(string select, EntitySchema schema)
    {
        var names = select.Split(',').Select(name => name.Trim()).ToList();
        return names.Find(name => schema.Find(name) is null && schema.DetailOrdinal(name) < 0) is { } unknown
            ? throw WebApiError.NoProperty(unknown, schema.Resource) : names;
    }

    private static int Whole(string text, string name) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : throw WebApiError.Parameters($"Invalid value '{text}' for {name} query option found.");
}

using System.Globalization;
using System.Xml.Linq;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;
using Isthmus.Sandbox.Intacct.Reading;

namespace Isthmus.Sandbox.Intacct.Functions;

/// <summary>query: fields of the records that fit, page by page; pages move when records change.</summary>
internal sealed class QueryFunction(Company company)
{
    public object Run(XElement body, Caller caller)
    {
        var table = Objects.Require(company, body);
        if (body.Element("options")?.Element("returnformat")?.Value is { Length: > 0 } format && format != "xml")
            throw new FunctionException("Query Failed", $"The sandbox does not play returnformat {format}.");
        var ignoreCase = body.Element("options")?.Element("caseinsensitive")?.Value == "true";
        var filter = new QueryFilter(company, table.Type, ignoreCase);
        var fits = filter.Read(body.Element("filter"));
        var showPrivate = body.Element("options")?.Element("showprivate")?.Value == "true";
        var found = table.After(filter.After).Seen(company, caller.Session, showPrivate).Where(fits).ToList();
        var size = Number(body, "pagesize", 100, 1, 2_000);
        var offset = Number(body, "offset", 0, 0, int.MaxValue);
        var page = Ordered(table, found, body.Element("orderby"), ignoreCase).Skip(offset).Take(size).ToList();
        if (Aggregates(table, body, found) is { } sums) return Data(table, [sums], 1, 0, 0);
        var fields = body.Element("select")!.Elements("field").Select(field => field.Value.Trim())
            .Select(name => (Name: name, Field: Objects.Field(company, table.Type, name))).ToList();
        var rows = page.Select(record => new XElement(table.Type.Name,
            fields.Select(field => new XElement(field.Name.ToUpperInvariant(), field.Field.Text(record))))).ToList();
        return Data(table, rows, found.Count, offset, Math.Max(0, found.Count - offset - page.Count));
    }

    private static XElement Data(Table table, List<XElement> rows, int total, int offset, int remaining) => new("data",
        new XAttribute("listtype", Objects.ListType(table.Type)), new XAttribute("totalcount", total), new XAttribute("offset", offset),
        new XAttribute("count", rows.Count), new XAttribute("numremaining", remaining), rows);

    private IEnumerable<Record> Ordered(Table table, List<Record> found, XElement? orderBy, bool ignoreCase)
    {
        IEnumerable<Record> ordered = found;
        foreach (var order in orderBy?.Elements("order").Reverse() ?? [])
        {
            var field = Objects.Field(company, table.Type, order.Element("field")!.Value);
            if (field.Type.Name == "RECORDNO" && order.Element("descending") is null && ReferenceEquals(ordered, found)) continue;
            var comparer = Comparer<IComparable?>.Create((one, other) => (one, other) switch
            {
                (null, null) => 0, (null, _) => -1, (_, null) => 1, _ => Condition.Order(one, other, ignoreCase),
            });
            ordered = order.Element("descending") is null ? ordered.OrderBy(field.Value, comparer)
                : ordered.OrderByDescending(field.Value, comparer);
        }
        return ordered;
    }

    private XElement? Aggregates(Table table, XElement body, List<Record> found)
    {
        var asked = body.Element("select")!.Elements().Where(part => part.Name != "field").ToList();
        if (asked.Count == 0) return null;
        return new XElement(table.Type.Name, asked.Select(part =>
        {
            var values = found.Select(Objects.Field(company, table.Type, part.Value).Value).Where(value => value is not null).ToList();
            var numbers = values.Select(value =>
                Convert.ToDecimal(value is IConvertible and not string ? value : 0, CultureInfo.InvariantCulture));
            var result = part.Name.LocalName switch
            {
                "count" => values.Count, "sum" => numbers.Sum(), "avg" => values.Count == 0 ? 0 : numbers.Average(),
                "min" => numbers.DefaultIfEmpty().Min(), _ => numbers.DefaultIfEmpty().Max(),
            };
            return new XElement($"{part.Name.LocalName.ToUpperInvariant()}.{part.Value}", result.ToString(CultureInfo.InvariantCulture));
        }));
    }

    private static int Number(XElement body, string name, int usual, int least, int most)
    {
        if (body.Element(name)?.Value.Trim() is not { Length: > 0 } text) return usual;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : throw new FunctionException("Query Failed", $"The {name} must be between {least} and {most}.");
    }
}

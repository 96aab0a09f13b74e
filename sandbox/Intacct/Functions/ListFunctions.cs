using System.Globalization;
using System.Xml.Linq;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;
using Isthmus.Sandbox.Intacct.Reading;
using Isthmus.Sandbox.Intacct.Sessions;

namespace Isthmus.Sandbox.Intacct.Functions;

/// <summary>readByQuery and readMore: pages of a result as it was when it was asked for, in the session that asked.</summary>
internal sealed class ListFunctions(Company company, IdSource ids)
{
    private const int LargestPage = 1_000;

    public object Query(XElement body, Caller caller)
    {
        var table = Objects.Require(company, body);
        var fields = Objects.Names(body);
        var names = fields is [] or ["*"] ? RecordXml.All(company, table.Type).ToArray() : fields;
        var readers = names.Select(name => (Name: name.ToUpperInvariant(), Field: Objects.Field(company, table.Type, name))).ToList();
        var fits = new QueryText(company, table.Type, body.Element("query")!.Value).Read();
        var rows = table.All.Seen(company, caller.Session, showPrivate: true).Where(fits).Select(record =>
            new XElement(Objects.ListType(table.Type), readers.Select(reader => new XElement(reader.Name, reader.Field.Text(record)))))
            .ToList();
        var size = int.TryParse(body.Element("pagesize")?.Value, CultureInfo.InvariantCulture, out var given) ? given : 100;
        if (size is < 1 or > LargestPage) throw new FunctionException("Query Failed", $"The pagesize must be between 1 and {LargestPage}.");
        var result = new StoredResult(Objects.ListType(table.Type), rows, size);
        var id = ids.Next("", 22);
        caller.Session.Results[id] = result;
        return Page(result, id);
    }

    public static object More(XElement body, Caller caller)
    {
        var id = body.Element("resultId")?.Value.Trim() ?? "";
        return caller.Session.Results.TryGetValue(id, out var result)
            ? Page(result, id) : throw new FunctionException("Query Failed", $"The resultId {id} does not belong to this session.");
    }

    private static XElement Page(StoredResult result, string id)
    {
        var rows = result.Next();
        return new XElement("data", new XAttribute("listtype", result.ListType), new XAttribute("count", rows.Count),
            new XAttribute("totalcount", result.Total), new XAttribute("numremaining", result.Remaining), new XAttribute("resultId", id),
            rows);
    }
}

using System.Globalization;
using System.Xml.Linq;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;
using Isthmus.Sandbox.Intacct.Reading;

namespace Isthmus.Sandbox.Intacct.Functions;

/// <summary>read and readByName: records by their keys, whole; what is not there is left out.</summary>
internal sealed class ReadFunctions(Company company)
{
    private const int MostKeys = 100;

    public object ByNumber(XElement body) => Run(body, (table, key) =>
        long.TryParse(key, CultureInfo.InvariantCulture, out var number) ? table.Find(number) : null);

    public object ByName(XElement body) => Run(body, (table, key) => table.Find(key));

    public object AuditTrail(XElement body)
    {
        var table = Objects.Require(company, body);
        var key = (body.Element("objectKey") ?? body.Element("recordNo"))?.Value ?? "";
        var entries = company[ObjectTypes.Audit].All
            .Where(entry => entry["OBJECTTYPE"].Equals(table.Type.Name, StringComparison.OrdinalIgnoreCase) && entry["OBJECTKEY"] == key)
            .ToList();
        return Data("audittrail", entries.Select(entry => RecordXml.Of(company, company[ObjectTypes.Audit].Type, entry, [])).ToList());
    }

    private XElement Run(XElement body, Func<Table, string, Record?> find)
    {
        var table = Objects.Require(company, body);
        var keys = body.Element("keys")!.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (keys.Length > MostKeys) throw new FunctionException("Query Failed", $"No more than {MostKeys} keys are read at once.");
        var fields = Objects.Names(body);
        var rows = keys.Select(key => find(table, key)).OfType<Record>()
            .Select(record => RecordXml.Of(company, table.Type, record, fields)).ToList();
        return Data(Objects.ListType(table.Type), rows);
    }

    private static XElement Data(string listType, List<XElement> rows) =>
        new("data", new XAttribute("listtype", listType), new XAttribute("count", rows.Count), rows);
}

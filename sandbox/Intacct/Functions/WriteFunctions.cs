using System.Xml.Linq;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;
using Isthmus.Sandbox.Intacct.Writing;

namespace Isthmus.Sandbox.Intacct.Functions;

/// <summary>create, update and delete: many objects in one; those that can be written are, although others fail.</summary>
internal sealed class WriteFunctions(Company company, RecordWriter writer)
{
    public object Create(XElement body) => Each(body, "create", writer.Create);

    public object Update(XElement body) => Each(body, "update", writer.Update);

    public object Delete(XElement body)
    {
        var table = Require(body.Element("object")!.Value.Trim());
        foreach (var key in body.Element("keys")!.Value.Split(',', StringSplitOptions.TrimEntries)) writer.Delete(table, key);
        return Array.Empty<object>();
    }

    private XElement Each(XElement body, string verb, Func<Table, Draft, Record> write)
    {
        var failures = new List<FunctionException>();
        var rows = new List<XElement>();
        foreach (var element in body.Elements())
        {
            try
            {
                var table = Require(element.Name.LocalName);
                rows.Add(Keys(table.Type, write(table, Draft.Of(element, table.Type.List))));
            }
            catch (FunctionException failed) { failures.Add(failed); }
        }
        var data = new XElement("data", new XAttribute("listtype", "objects"), new XAttribute("count", rows.Count), rows);
        return failures.Count == 0 ? data : throw new PartialException($"{verb} {body.Elements().First().Name.LocalName}", data, failures);
    }

    private Table Require(string name) => company.Find(name) is { Type.Writable: true } table
        ? table : throw new FunctionException("PL04000005", $"You do not have permission for API operation on objects of type {name}");

    // Keys only, in lower case, whatever the case of the object's name.
    private static XElement Keys(ObjectType type, Record record) => new(
        type.Name.ToLowerInvariant(), new XElement("RECORDNO", record.Number),
        type.Key.Length == 0 ? null : new XElement(type.Key, record[type.Key]));
}

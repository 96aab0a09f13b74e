using System.Xml.Linq;
using Isthmus.Sandbox.Intacct.Data;

namespace Isthmus.Sandbox.Intacct.Reading;

/// <summary>Writes a record whole: elements within elements, and the list that belongs to it.</summary>
internal static class RecordXml
{
    public static XElement Of(Company company, ObjectType type, Record record, IReadOnlyList<string> wanted)
    {
        var names = wanted is [] or ["*"] ? All(company, type)
            : wanted.Where(name => !name.Equals(type.List, StringComparison.OrdinalIgnoreCase));
        var element = new XElement(type.Name);
        foreach (var name in names) Put(element, name.ToUpperInvariant().Split('.'), Objects.Field(company, type, name).Text(record));
        if (type.List is { } list && (wanted is [] or ["*"] || wanted.Contains(list, StringComparer.OrdinalIgnoreCase)))
            element.Add(record.List.Select(item => Item(list, item)));
        return element;
    }

    /// <summary>Every field: own ones, and those of each contact that the record points to.</summary>
    public static IEnumerable<string> All(Company company, ObjectType type) => type.Fields.Select(field => field.Name)
        .Concat(type.Contacts.SelectMany(link => company[ObjectTypes.Contact].Type.Fields.Select(field => $"{link}.{field.Name}")));

    private static XElement Item(string list, Dictionary<string, string> item)
    {
        var element = new XElement(list);
        foreach (var (name, value) in item) Put(element, name.ToUpperInvariant().Split('.'), value);
        return element;
    }

    private static void Put(XElement into, ReadOnlySpan<string> path, string value)
    {
        if (path.Length == 1)
        {
            into.Add(new XElement(path[0], value));
            return;
        }
        if (into.Element(path[0]) is not { } inner) into.Add(inner = new XElement(path[0]));
        Put(inner, path[1..], value);
    }
}

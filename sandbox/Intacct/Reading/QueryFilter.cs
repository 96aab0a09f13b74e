using System.Xml.Linq;
using Isthmus.Sandbox.Intacct.Data;

namespace Isthmus.Sandbox.Intacct.Reading;

/// <summary>The filter of a query as one test, and the record number that all that fit lie behind.</summary>
internal sealed class QueryFilter(Company company, ObjectType type, bool ignoreCase)
{
    public long After { get; private set; }

    public Func<Record, bool> Read(XElement? filter) =>
        filter?.Elements().FirstOrDefault() is { } only ? One(only, outermost: true) : _ => true;

    private Func<Record, bool> One(XElement element, bool outermost)
    {
        var name = element.Name.LocalName;
        if (name is "and" or "or")
        {
            var parts = element.Elements().Select(part => One(part, outermost && name == "and")).ToList();
            return name == "and" ? record => parts.TrueForAll(part => part(record)) : record => parts.Exists(part => part(record));
        }
        var field = Objects.Field(company, type, element.Element("field")!.Value);
        var values = element.Elements("value").Select(value => value.Value).ToList();
        if (outermost && name == "greaterthan" && field.Type.Name == "RECORDNO" && values is [var text]
            && long.TryParse(text, out var number))
            After = Math.Max(After, number);
        return Condition.Create(company, field, name, values, ignoreCase);
    }
}

using System.Xml.Linq;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>User-defined fields: pairs of a column's name and its value as text. One of them comes as one element, as several do.</summary>
internal static class SoapOtherFields
{
    public const string Member = "OtherFields";

    private const string Name = "MasFieldName";
    private const string Value = "Value";

    public static IEnumerable<(string Name, string Value)> Read(XElement member) =>
        from field in member.Elements()
        let name = Part(field, Name)
        where name is { Length: > 0 }
        select (name, Part(field, Value) ?? "");

    public static XElement? Write(SoapContract contract, SoapMember member, IReadOnlyDictionary<string, string> fields)
    {
        if (fields.Count == 0 || contract.MembersOf(member.Type) is not [var field, ..]) return null;
        var parts = contract.MembersOf(field.Type);
        return new XElement(member.Name, fields.Select(pair => new XElement(field.Name, parts
            .Where(part => part.Name.LocalName is Name or Value)
            .Select(part => new XElement(part.Name, part.Name.LocalName == Name ? pair.Key : pair.Value)))));
    }

    private static string? Part(XElement field, string name) =>
        field.Elements().FirstOrDefault(each => each.Name.LocalName == name)?.Value;
}

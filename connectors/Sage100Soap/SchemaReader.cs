using System.Xml.Linq;
using static Isthmus.Connectors.Sage100Soap.SoapNames;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>What schemas say of structures: by the element that holds one, and by type.</summary>
internal sealed record SchemaTypes(
    IReadOnlyDictionary<XName, IReadOnlyList<SoapMember>> Elements, IReadOnlyDictionary<XName, IReadOnlyList<SoapMember>> Structures);

/// <summary>Reads members in their order, those of a base type first.</summary>
internal static class SchemaReader
{
    private const int LongestAncestry = 16;

    public static SchemaTypes Read(IReadOnlyList<XElement> schemas)
    {
        var written = schemas.SelectMany(schema => schema.Elements(Schema + "complexType")
            .Select(type => (Name: Name(schema, type), Type: type)))
            .DistinctBy(each => each.Name).ToDictionary(each => each.Name, each => each.Type);
        var structures = written.ToDictionary(each => each.Key, each => Members(each.Value, written, LongestAncestry));
        var elements = new Dictionary<XName, IReadOnlyList<SoapMember>>();
        foreach (var schema in schemas)
            foreach (var element in schema.Elements(Schema + "element"))
                elements[Name(schema, element)] = element.Element(Schema + "complexType") is { } own
                    ? Members(own, written, LongestAncestry)
                    : structures.GetValueOrDefault(Resolve(element, (string?)element.Attribute("type")) ?? Schema + "none") ?? [];
        return new SchemaTypes(elements, structures);
    }

    private static IReadOnlyList<SoapMember> Members(XElement type, Dictionary<XName, XElement> written, int left)
    {
        if (type.Element(Schema + "complexContent")?.Element(Schema + "extension") is not { } extension)
            return Sequence(type);
        var parent = Resolve(extension, (string?)extension.Attribute("base"));
        return parent is not null && left > 0 && written.TryGetValue(parent, out var ancestor)
            ? [.. Members(ancestor, written, left - 1), .. Sequence(extension)] : Sequence(extension);
    }

    private static IReadOnlyList<SoapMember> Sequence(XElement holder) =>
        [.. (holder.Element(Schema + "sequence")?.Elements(Schema + "element") ?? []).Select(Member).OfType<SoapMember>()];

    private static SoapMember? Member(XElement element)
    {
        var many = (string?)element.Attribute("maxOccurs") is not (null or "0" or "1");
        if (Resolve(element, (string?)element.Attribute("ref")) is { } reference) return new SoapMember(reference, null, many);
        if ((string?)element.Attribute("name") is not { } name) return null;
        var schema = element.Ancestors(Schema + "schema").First();
        var qualified = ((string?)element.Attribute("form") ?? (string?)schema.Attribute("elementFormDefault")) == "qualified";
        return new SoapMember(
            qualified ? Name(schema, element) : XName.Get(name), Resolve(element, (string?)element.Attribute("type")), many);
    }

    private static XName Name(XElement schema, XElement named) =>
        XName.Get((string?)named.Attribute("name") ?? "", (string?)schema.Attribute("targetNamespace") ?? "");
}

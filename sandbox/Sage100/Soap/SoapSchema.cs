using System.Xml.Linq;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>The schemas of the operations and of the data contracts: one where both share a namespace.</summary>
internal sealed class SoapSchema(SoapSettings settings, SoapStructures structures)
{
    public static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";

    public IReadOnlyList<XElement> Write()
    {
        var service = Empty(settings.Namespace);
        foreach (var operation in SoapOperation.All.Values)
        {
            service.Add(Wrapper(operation.Name, operation.Parameters));
            service.Add(Wrapper(operation.Name + "Response",
                operation.Result is null ? [] : [new SoapMember(operation.Name + "Result", operation.Result)]));
        }
        service.Add(new XElement(Xsd + "element", new XAttribute("name", "MasFault"), new XAttribute("type", "d:MasFault"),
            new XAttribute("nillable", "true")));
        if (settings.Namespace == settings.DataNamespace)
        {
            service.Add(Types());
            return [service];
        }
        service.AddFirst(new XElement(Xsd + "import", new XAttribute("namespace", settings.DataNamespace)));
        var data = Empty(settings.DataNamespace);
        data.Add(Types());
        return [service, data];
    }

    private XElement Empty(string space) => new(Xsd + "schema",
        new XAttribute("targetNamespace", space), new XAttribute("elementFormDefault", "qualified"),
        new XAttribute(XNamespace.Xmlns + "xs", Xsd), new XAttribute(XNamespace.Xmlns + "d", settings.DataNamespace));

    private static XElement Wrapper(string name, IReadOnlyList<SoapMember> members) => new(Xsd + "element",
        new XAttribute("name", name), new XElement(Xsd + "complexType", new XElement(Xsd + "sequence", members.Select(Element))));

    private IEnumerable<XElement> Types() => structures.All.Select(structure => new XElement(Xsd + "complexType",
        new XAttribute("name", structure.Key), new XElement(Xsd + "sequence", structure.Value.Select(member =>
        {
            var element = Element(member);
            if (structure.Key.StartsWith("ArrayOf", StringComparison.Ordinal)) element.SetAttributeValue("maxOccurs", "unbounded");
            return element;
        }))));

    private static XElement Element(SoapMember member) => new(Xsd + "element", new XAttribute("minOccurs", "0"),
        new XAttribute("name", member.Name), new XAttribute("nillable", "true"),
        new XAttribute("type", member.IsSimple ? $"xs:{member.Type}" : $"d:{member.Type}"));
}

using System.Xml.Linq;
using static Isthmus.Connectors.Sage100Soap.SoapNames;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>Reads the contract out of a WSDL whose schemas are at hand. Only bindings of SOAP 1.1 count.</summary>
internal static class WsdlReader
{
    public static SoapContract? Read(XElement definitions, IReadOnlyList<XElement> schemas)
    {
        if (definitions.Name != Wsdl + "definitions") return null;
        var types = SchemaReader.Read(schemas);
        var operations = new Dictionary<string, SoapOperation>(StringComparer.Ordinal);
        foreach (var binding in definitions.Elements(Wsdl + "binding").Where(each => each.Element(WsdlSoap + "binding") is not null))
            foreach (var operation in binding.Elements(Wsdl + "operation"))
                if (Operation(definitions, binding, operation, types) is { } read) operations[read.Name] = read;
        return operations.Count == 0 ? null : new SoapContract(operations, types.Structures);
    }

    private static SoapOperation? Operation(XElement definitions, XElement binding, XElement operation, SchemaTypes types)
    {
        var name = (string?)operation.Attribute("name");
        var action = (string?)operation.Element(WsdlSoap + "operation")?.Attribute("soapAction");
        var port = Named(definitions, "portType", Resolve(binding, (string?)binding.Attribute("type"))?.LocalName);
        var input = port?.Elements(Wsdl + "operation").FirstOrDefault(each => (string?)each.Attribute("name") == name)
            ?.Element(Wsdl + "input");
        var message = Named(definitions, "message", Local((string?)input?.Attribute("message")));
        var part = message?.Element(Wsdl + "part");
        return name is null || part is null || Resolve(part, (string?)part.Attribute("element")) is not { } request ? null
            : new SoapOperation(name, action ?? "", request, types.Elements.GetValueOrDefault(request) ?? []);
    }

    private static XElement? Named(XElement definitions, string kind, string? name) =>
        definitions.Elements(Wsdl + kind).FirstOrDefault(each => (string?)each.Attribute("name") == name);

    private static string? Local(string? prefixed) => prefixed?[(prefixed.IndexOf(':') + 1)..];
}

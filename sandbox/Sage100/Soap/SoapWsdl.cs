using System.Xml.Linq;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>The service's WSDL, as a WCF service writes it: whole, or with its schemas behind addresses of their own.</summary>
internal sealed class SoapWsdl(SoapSettings settings, SoapStructures structures, string address)
{
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static readonly XNamespace Xsd = SoapSchema.Xsd;

    private readonly SoapSchema schema = new(settings, structures);

    public XElement Write(bool single)
    {
        var operations = SoapOperation.All.Values;
        return new XElement(Wsdl + "definitions",
            new XAttribute("name", "MasService"), new XAttribute("targetNamespace", settings.Namespace),
            new XAttribute(XNamespace.Xmlns + "wsdl", Wsdl), new XAttribute(XNamespace.Xmlns + "soap", Soap),
            new XAttribute(XNamespace.Xmlns + "tns", settings.Namespace), new XAttribute(XNamespace.Xmlns + "xsd", Xsd),
            new XElement(Wsdl + "types", single ? schema.Write() : Imports()),
            operations.SelectMany(Messages),
            new XElement(Wsdl + "portType", new XAttribute("name", settings.Contract), operations.Select(Port)),
            new XElement(Wsdl + "binding", new XAttribute("name", "BasicHttpBinding"), new XAttribute("type", $"tns:{settings.Contract}"),
                new XElement(Soap + "binding", new XAttribute("transport", "http://schemas.xmlsoap.org/soap/http")),
                operations.Select(Bound)),
            new XElement(Wsdl + "service", new XAttribute("name", "MasService"),
                new XElement(Wsdl + "port", new XAttribute("name", "BasicHttpBinding"), new XAttribute("binding", "tns:BasicHttpBinding"),
                    new XElement(Soap + "address", new XAttribute("location", address)))));
    }

    /// <summary>The schema of the given number, or null.</summary>
    public XElement? Schema(int number) => schema.Write().ElementAtOrDefault(number);

    private XElement Imports() => new(Xsd + "schema", new XAttribute("targetNamespace", settings.Namespace + "/Imports"),
        schema.Write().Select((each, at) => new XElement(Xsd + "import",
            new XAttribute("schemaLocation", $"{address}?xsd=xsd{at}"), each.Attribute("targetNamespace") is { } space
                ? new XAttribute("namespace", space.Value) : null)));

    private static IEnumerable<XElement> Messages(SoapOperation operation) =>
    [
        Message($"{operation.Name}Request", operation.Name), Message($"{operation.Name}Response", operation.Name + "Response"),
        .. operation.NeedsLogon ? new[] { Message($"{operation.Name}Fault", "MasFault", "detail") } : []
    ];

    private static XElement Message(string name, string element, string part = "parameters") => new(Wsdl + "message",
        new XAttribute("name", name), new XElement(Wsdl + "part", new XAttribute("name", part), new XAttribute("element", $"tns:{element}")));

    private XElement Port(SoapOperation operation) => new(Wsdl + "operation", new XAttribute("name", operation.Name),
        new XElement(Wsdl + "input", new XAttribute("message", $"tns:{operation.Name}Request")),
        new XElement(Wsdl + "output", new XAttribute("message", $"tns:{operation.Name}Response")),
        operation.NeedsLogon ? new XElement(Wsdl + "fault", new XAttribute("name", "MasFault"),
            new XAttribute("message", $"tns:{operation.Name}Fault")) : null);

    private XElement Bound(SoapOperation operation) => new(Wsdl + "operation", new XAttribute("name", operation.Name),
        new XElement(Soap + "operation", new XAttribute("soapAction", Action(settings, operation.Name)), new XAttribute("style", "document")),
        new XElement(Wsdl + "input", Literal()), new XElement(Wsdl + "output", Literal()),
        operation.NeedsLogon ? new XElement(Wsdl + "fault", new XAttribute("name", "MasFault"),
            new XElement(Soap + "fault", new XAttribute("name", "MasFault"), new XAttribute("use", "literal"))) : null);

    public static string Action(SoapSettings settings, string operation) => $"{settings.Namespace}/{settings.Contract}/{operation}";

    private static XElement Literal() => new(Soap + "body", new XAttribute("use", "literal"));
}

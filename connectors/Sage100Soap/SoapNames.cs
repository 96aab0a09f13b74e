using System.Xml.Linq;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>Names of SOAP 1.1, WSDL 1.1 and XML Schema.</summary>
internal static class SoapNames
{
    public static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    public static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    public static readonly XNamespace WsdlSoap = "http://schemas.xmlsoap.org/wsdl/soap/";
    public static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";
    public static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");

    public static readonly XName DateTime = Schema + "dateTime";
    public static readonly XName[] Numbers =
        [Schema + "decimal", Schema + "int", Schema + "long", Schema + "short", Schema + "double", Schema + "float"];

    /// <summary>The name that a prefixed name in an attribute stands for, where it stands.</summary>
    public static XName? Resolve(XElement at, string? prefixed)
    {
        if (prefixed is null) return null;
        var cut = prefixed.IndexOf(':');
        var space = cut < 0 ? at.GetDefaultNamespace() : at.GetNamespaceOfPrefix(prefixed[..cut]);
        return space is null ? null : space + prefixed[(cut + 1)..];
    }
}

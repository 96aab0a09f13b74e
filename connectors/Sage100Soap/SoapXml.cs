using System.Xml;
using System.Xml.Linq;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>Reads an answer or a WSDL; no deeper and no longer than one can be.</summary>
internal static class SoapXml
{
    private const int Deepest = 64;
    private const int Longest = 32 * 1024 * 1024;

    /// <summary>The root; null where it is no XML, or none that is read here.</summary>
    public static XElement? Read(ReadOnlyMemory<byte> text)
    {
        if (text.IsEmpty) return null;
        try
        {
            if (IsTooDeep(text)) return null;
            using var reader = Open(text);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Whether XML can carry a text: of the control characters only tabs and ends of lines.</summary>
    public static bool CanCarry(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool IsTooDeep(ReadOnlyMemory<byte> text)
    {
        using var reader = Open(text);
        while (reader.Read())
            if (reader.Depth > Deepest) return true;
        return false;
    }

    private static XmlReader Open(ReadOnlyMemory<byte> text) => OutsideXml.Open(text, Longest, keepSpace: true);
}

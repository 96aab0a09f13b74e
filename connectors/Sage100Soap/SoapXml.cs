using System.Xml;
using System.Xml.Linq;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>
/// Reads XML that somebody else wrote: no document type, so no entities at all and nothing fetched; bounded in length and depth.
/// </summary>
internal static class SoapXml
{
    private const int Deepest = 64;
    private const int Longest = 32 * 1024 * 1024;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Longest,
        MaxCharactersFromEntities = 0x100, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    /// <summary>The root; null where it is no XML, or none that is read here.</summary>
    public static XElement? Read(ReadOnlyMemory<byte> text)
    {
        if (text.IsEmpty) return null;
        try
        {
            return IsTooDeep(text) ? null : XElement.Load(Open(text));
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

    private static XmlReader Open(ReadOnlyMemory<byte> text) =>
        XmlReader.Create(new MemoryStream(text.ToArray(), writable: false), Safe);
}

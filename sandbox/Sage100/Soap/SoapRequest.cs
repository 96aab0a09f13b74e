using System.Xml;
using System.Xml.Linq;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>Reads what a caller sent: no document type, bounded in length.</summary>
internal static class SoapRequest
{
    private const int Longest = 4 * 1024 * 1024;

    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>The element in the envelope's body; null where there is none.</summary>
    public static async Task<XElement?> ReadAsync(HttpRequest request)
    {
        using var text = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk)) > 0)
        {
            text.Write(chunk, 0, read);
            if (text.Length > Longest) return null;
        }
        text.Position = 0;
        try
        {
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var envelope = XElement.Load(reader);
            return envelope.Name == Soap + "Envelope" ? envelope.Element(Soap + "Body")?.Elements().FirstOrDefault() : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}

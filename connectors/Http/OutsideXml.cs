using System.Runtime.InteropServices;
using System.Xml;

namespace Isthmus.Connectors.Http;

/// <summary>
/// Opens XML that somebody else wrote: no document type, so no entity of its own making and nothing fetched, and no more characters than
/// such a document can have. How deep it may go is for whoever builds something of it to say.
/// </summary>
internal static class OutsideXml
{
    public static XmlReader Open(ReadOnlyMemory<byte> document, int longest, bool keepSpace) => XmlReader.Create(
        Stream(document),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = longest,
            MaxCharactersFromEntities = 256, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = !keepSpace,
            CloseInput = true,
        });

    private static MemoryStream Stream(ReadOnlyMemory<byte> document) => MemoryMarshal.TryGetArray(document, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new MemoryStream(document.ToArray(), writable: false);
}

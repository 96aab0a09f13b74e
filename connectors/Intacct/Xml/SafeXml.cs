using System.Xml;

namespace Isthmus.Connectors.Intacct.Xml;

/// <summary>
/// Reads a document from outside: no document type, so no entity of its own making and nothing fetched; no deeper and no longer than
/// such a document can be.
/// </summary>
internal static class SafeXml
{
    private const int Deepest = 32;
    private const int MostCharacters = 128 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        MaxCharactersFromEntities = 1_024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>The root element with everything in it.</summary>
    /// <exception cref="XmlException">It is not well formed, or has what no answer has.</exception>
    public static XmlPart Read(ReadOnlyMemory<byte> document)
    {
        using var stream = Stream(document);
        using var reader = XmlReader.Create(stream, Settings);
        var open = new Stack<XmlPart>();
        XmlPart? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var empty = reader.IsEmptyElement;
                    var part = Element(reader);
                    if (open.TryPeek(out var parent)) parent.Add(part);
                    root ??= part;
                    if (!empty) open.Push(part);
                    if (open.Count > Deepest) throw new XmlException($"The document is nested more than {Deepest} deep.");
                    break;
                case XmlNodeType.EndElement: open.Pop(); break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace: open.Peek().Add(reader.Value); break;
            }
        }
        return root ?? throw new XmlException("The document is empty.");
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> document) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(document, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new MemoryStream(document.ToArray());

    private static XmlPart Element(XmlReader reader)
    {
        var part = new XmlPart(reader.LocalName);
        while (reader.MoveToNextAttribute()) part.Add(reader.LocalName, reader.Value);
        reader.MoveToElement();
        return part;
    }
}

using System.Xml;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Intacct.Xml;

/// <summary>Reads an answer into elements; no deeper and no longer than one can be.</summary>
internal static class SafeXml
{
    private const int Deepest = 32;
    private const int Longest = 128 * 1024 * 1024;

    /// <summary>The root element with everything in it.</summary>
    /// <exception cref="XmlException">It is not well formed, or has what no answer has.</exception>
    public static XmlPart Read(ReadOnlyMemory<byte> document)
    {
        using var reader = OutsideXml.Open(document, Longest, keepSpace: false);
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

    private static XmlPart Element(XmlReader reader)
    {
        var part = new XmlPart(reader.LocalName);
        while (reader.MoveToNextAttribute()) part.Add(reader.LocalName, reader.Value);
        reader.MoveToElement();
        return part;
    }
}

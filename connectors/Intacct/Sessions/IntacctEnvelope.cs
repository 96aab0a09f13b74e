using System.Text;
using System.Xml;
using Isthmus.Connectors.Intacct.Reading;

namespace Isthmus.Connectors.Intacct.Sessions;

/// <summary>
/// Writes a request: elements in the gateway's fixed order. <c>uniqueid</c> is always said, because without it Intacct would refuse
/// the same reading a second time.
/// </summary>
internal static class IntacctEnvelope
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = false };

    public static byte[] Write(string sender, string password, string controlId, Action<XmlWriter> authentication, ReadFunction function)
    {
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, Settings))
        {
            xml.WriteStartElement("request");
            xml.WriteStartElement("control");
            xml.WriteElementString("senderid", sender);
            xml.WriteElementString("password", password);
            xml.WriteElementString("controlid", controlId);
            xml.WriteElementString("uniqueid", "false");
            xml.WriteElementString("dtdversion", "3.0");
            xml.WriteElementString("includewhitespace", "false");
            xml.WriteEndElement();
            xml.WriteStartElement("operation");
            xml.WriteStartElement("authentication");
            authentication(xml);
            xml.WriteEndElement();
            xml.WriteStartElement("content");
            xml.WriteStartElement("function");
            xml.WriteAttributeString("controlid", controlId);
            function.Write(xml);
            xml.WriteEndDocument();
        }
        return body.ToArray();
    }
}

using System.Net;
using System.Text;
using System.Xml.Linq;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Intacct.Gateway;

/// <summary>The pieces of the gateway's answers.</summary>
internal sealed class Answers(IntacctSettings settings, IdSource ids)
{
    public static XElement Control(string status, XElement? asked) => new("control",
        new XElement("status", status),
        new XElement("senderid", asked?.Element("senderid")?.Value ?? ""),
        new XElement("controlid", asked?.Element("controlid")?.Value ?? ""),
        new XElement("uniqueid", asked?.Element("uniqueid")?.Value ?? "true"),
        new XElement("dtdversion", asked?.Element("dtdversion")?.Value ?? "3.0"));

    /// <summary>An error; the text as Intacct sends it, with entities within entities and an id for its support.</summary>
    public XElement Error(string number, string text, string correction = "") => new("error",
        new XElement("errorno", number), new XElement("description"), new XElement("description2", Dressed(text)),
        new XElement("correction", correction));

    public static XElement Messages(params IEnumerable<XElement> errors) => new("errormessage", errors);

    public static byte[] Bytes(XElement response) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + response.ToString(SaveOptions.DisableFormatting));

    /// <summary>The answer of what stands before the gateway: a reduced control block, or a page for people.</summary>
    public static (string ContentType, byte[] Body) Page(int status, string? code)
    {
        var number = code ?? status switch { 429 => "GW-0010", 400 => "GW-0011", _ => null };
        if (number is null) return ("text/html",
            Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body><h1>{status} Sage Intacct is not available</h1><p>&nbsp;</body></html>"));
        var text = number == "GW-0010" ? "Too many requests" : "The request is invalid";
        return ("application/xml", Bytes(new XElement("response",
            new XElement("control", new XElement("status", "failure"), new XElement("senderid"), new XElement("controlid")),
            Messages(new XElement("error", new XElement("errorno", number), new XElement("description2", text))))));
    }

    private string Dressed(string text) => settings.SupportIds
        ? $"{WebUtility.HtmlEncode(text)} [Support ID: {ids.Next("", 8)}%7E{ids.Next("", 12)}]" : text;
}

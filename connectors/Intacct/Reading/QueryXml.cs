using System.Xml;

namespace Isthmus.Connectors.Intacct.Reading;

/// <summary>Writes a query in the order of the gateway's grammar.</summary>
internal static class QueryXml
{
    public static void Write(XmlWriter xml, IntacctQuery query)
    {
        xml.WriteElementString("object", query.Object);
        xml.WriteStartElement("select");
        foreach (var field in query.Fields) xml.WriteElementString("field", field);
        xml.WriteEndElement();
        if (query.Filter is { } filter)
        {
            xml.WriteStartElement("filter");
            Write(xml, filter);
            xml.WriteEndElement();
        }
        if (query.OrderBy is { } order) Order(xml, order);
        xml.WriteStartElement("options");
        xml.WriteElementString("caseinsensitive", "false");
        xml.WriteElementString("showprivate", query.ShowPrivate ? "true" : "false");
        xml.WriteEndElement();
        xml.WriteElementString("pagesize", XmlConvert.ToString(query.PageSize));
        xml.WriteElementString("offset", "0");
    }

    private static void Order(XmlWriter xml, IReadOnlyList<string> fields)
    {
        xml.WriteStartElement("orderby");
        foreach (var field in fields)
        {
            xml.WriteStartElement("order");
            xml.WriteElementString("field", field);
            xml.WriteElementString("ascending", "");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, IntacctFilter filter)
    {
        xml.WriteStartElement(filter.Operator);
        foreach (var part in filter.Parts) Write(xml, part);
        if (filter.Field is { } field) xml.WriteElementString("field", field);
        foreach (var value in filter.Values) xml.WriteElementString("value", value);
        xml.WriteEndElement();
    }
}

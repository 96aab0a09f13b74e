using System.Xml;

namespace Isthmus.Connectors.Intacct.Reading;

/// <summary>
/// What can be said to Intacct: one function that reads. Each is made here and nowhere else, and none that writes is among them, so that
/// nothing can ever be written to the company's books.
/// </summary>
internal sealed class ReadFunction
{
    private readonly Action<XmlWriter> content;

    private ReadFunction(string name, string about, Action<XmlWriter> content) =>
        (Name, Operation, this.content) = (name, about.Length == 0 ? name : $"{name} {about}", content);

    /// <summary>The element's name: <c>query</c>.</summary>
    public string Name { get; }

    /// <summary>For people: <c>query CUSTOMER</c>.</summary>
    public string Operation { get; }

    public static ReadFunction Session(string entity) => new("getAPISession", "", xml =>
    {
        if (entity.Length > 0) xml.WriteElementString("locationid", entity);
    });

    public static ReadFunction Query(IntacctQuery query) => new("query", query.Object, xml => QueryXml.Write(xml, query));

    public static ReadFunction ReadByQuery(string name, IReadOnlyList<string> fields, string where, int pageSize) =>
        new("readByQuery", name, xml =>
        {
            xml.WriteElementString("object", name);
            xml.WriteElementString("fields", string.Join(',', fields));
            xml.WriteElementString("query", where);
            xml.WriteElementString("pagesize", XmlConvert.ToString(pageSize));
        });

    public static ReadFunction ReadMore(string name, string resultId) =>
        new("readMore", name, xml => xml.WriteElementString("resultId", resultId));

    public static ReadFunction Read(string name, IEnumerable<string> keys, IReadOnlyList<string> fields) => new("read", name, xml =>
    {
        xml.WriteElementString("object", name);
        xml.WriteElementString("keys", string.Join(',', keys));
        xml.WriteElementString("fields", fields.Count == 0 ? "*" : string.Join(',', fields));
    });

    public static ReadFunction Lookup(string name) => new("lookup", name, xml => xml.WriteElementString("object", name));

    public static ReadFunction UserFormatting(string user) =>
        new("readUserFormatting", "", xml => xml.WriteElementString("userId", user));

    public static ReadFunction Dimensions() => new("getDimensions", "", _ => { });

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement(Name);
        content(xml);
        xml.WriteEndElement();
    }
}

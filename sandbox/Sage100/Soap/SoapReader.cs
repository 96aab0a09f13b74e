using System.Xml.Linq;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>
/// Reads members as the service's serializer does: in their order only. An element that it does not expect any more at that place, or in
/// another namespace, is passed over without a word.
/// </summary>
internal sealed class SoapReader(SoapSettings settings, SoapStructures structures)
{
    private static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");

    public Dictionary<string, XElement> Parameters(XElement call, SoapOperation operation) =>
        Members(call, operation.Parameters, settings.Namespace);

    public Dictionary<string, XElement> Structure(XElement? holder, string structure) =>
        holder is null ? [] : Members(holder, structures[structure], settings.DataNamespace);

    /// <summary>Elements of a list, each of the same name.</summary>
    public IEnumerable<XElement> Items(XElement? list, string name) =>
        list?.Elements(XName.Get(name, settings.DataNamespace)) ?? [];

    private static Dictionary<string, XElement> Members(XElement holder, IReadOnlyList<SoapMember> expected, string space)
    {
        var found = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var next = 0;
        foreach (var element in holder.Elements())
        {
            if (element.Name.NamespaceName != space) continue;
            for (var at = next; at < expected.Count; at++)
            {
                if (expected[at].Name != element.Name.LocalName) continue;
                next = at + 1;
                if ((string?)element.Attribute(Nil) is not ("true" or "1")) found[expected[at].Name] = element;
                break;
            }
        }
        return found;
    }
}

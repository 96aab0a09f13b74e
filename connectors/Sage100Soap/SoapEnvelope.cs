using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>Writes a call: every parameter and member in the order that the contract gives.</summary>
internal static class SoapEnvelope
{
    public static byte[] Write(SoapContract contract, SoapOperation operation, IReadOnlyDictionary<string, object> arguments)
    {
        var request = new XElement(operation.Request);
        foreach (var parameter in operation.Parameters)
            if (arguments.TryGetValue(parameter.Name.LocalName, out var value)) request.Add(Element(contract, parameter, value));
        var envelope = new XElement(SoapNames.Soap + "Envelope", new XElement(SoapNames.Soap + "Body", request));
        using var text = new MemoryStream();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true }))
            envelope.Save(writer);
        return text.ToArray();
    }

    /// <param name="contract">Knows the members.</param>
    /// <param name="member">The member to write.</param>
    /// <param name="value">A text; or members by their names.</param>
    private static XElement Element(SoapContract contract, SoapMember member, object value) => value switch
    {
        SoapFields fields => fields.Write(contract, member),
        IReadOnlyDictionary<string, string> texts => new XElement(member.Name, contract.MembersOf(member.Type)
            .Where(each => texts.ContainsKey(each.Name.LocalName))
            .Select(each => new XElement(each.Name, texts[each.Name.LocalName]))),
        _ => new XElement(member.Name, value),
    };
}

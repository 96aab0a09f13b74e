using System.Xml.Linq;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>One member of a structure.</summary>
/// <param name="Name">Its element.</param>
/// <param name="Type">Its type; null where the schema names none.</param>
/// <param name="Many">True where it may come several times.</param>
internal sealed record SoapMember(XName Name, XName? Type, bool Many);

/// <summary>One operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Action">Its SOAPAction.</param>
/// <param name="Request">The element around the parameters.</param>
/// <param name="Parameters">The parameters, in the order in which they must be sent.</param>
internal sealed record SoapOperation(string Name, string Action, XName Request, IReadOnlyList<SoapMember> Parameters);

/// <summary>
/// What a host's WSDL says: its operations, and the members of its structures in their order. The service drops a member that comes
/// out of order without a word, so nothing of this is written down anywhere in the program.
/// </summary>
internal sealed class SoapContract(
    IReadOnlyDictionary<string, SoapOperation> operations, IReadOnlyDictionary<XName, IReadOnlyList<SoapMember>> types)
{
    public IReadOnlyCollection<string> Operations => [.. operations.Keys];

    public SoapOperation? Find(string operation) => operations.GetValueOrDefault(operation);

    /// <summary>The members of a structure in their order; none for what is no structure.</summary>
    public IReadOnlyList<SoapMember> MembersOf(XName? type) => type is null ? [] : types.GetValueOrDefault(type) ?? [];
}

using System.Text.Json;
using System.Xml.Linq;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>The lines of an order.</summary>
internal static class SoapLines
{
    public const string Member = "Lines";

    private const string Key = "LineKey";
    private const string External = "UDF_EXTERNAL_LINE";

    /// <summary>The line with Sage's key, or with the caller's own name for it; null where it is new.</summary>
    public static SoapFields? Find(List<SoapFields> lines, JsonElement wanted) =>
        wanted.Text(Key) is { Length: > 0 } key ? lines.Find(line => line.Text(Key) == key)
        : wanted.Text(External) is { Length: > 0 } name ? lines.Find(line => line.Text(External) == name) : null;

    public static XElement? Write(SoapContract contract, SoapMember member, List<SoapFields> lines) =>
        lines.Count == 0 || contract.MembersOf(member.Type) is not [var line, ..] ? null
            : new XElement(member.Name, lines.Select(each => each.Write(contract, line)));
}

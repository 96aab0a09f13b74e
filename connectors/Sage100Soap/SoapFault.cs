using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>A fault as the service words it: Sage's MasFault in the detail, or the web service's own.</summary>
/// <param name="Code">CI_NOF, WS_AlreadyExists, ActionNotSupported, ...</param>
/// <param name="Message">Sage's words; may hold values of the record.</param>
internal sealed partial record SoapFault(string Code, string Message)
{
    /// <summary>The business object that the words name.</summary>
    public string Object => Named().Match(Message) is { Success: true } named ? named.Groups["object"].Value : "";

    /// <summary>The column that the words name, without the <c>$</c> of BOI.</summary>
    public string? Column => Named().Match(Message) is { Success: true } named ? named.Groups["column"].Value : null;

    public static SoapFault Read(XElement fault)
    {
        var detail = fault.Element("detail")?.Descendants().ToList() ?? [];
        var written = (string?)fault.Element("faultcode") ?? "";
        return new SoapFault(
            Of(detail, "ErrorCode") ?? written[(written.IndexOf(':') + 1)..],
            Of(detail, "ErrorMessage") ?? (string?)fault.Element("faultstring") ?? "");
    }

    private static string? Of(List<XElement> detail, string name) =>
        detail.FirstOrDefault(each => each.Name.LocalName == name)?.Value is { Length: > 0 } text ? text : null;

    [GeneratedRegex(@"(?<object>\w+_(bus|svc)) column (?<column>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}

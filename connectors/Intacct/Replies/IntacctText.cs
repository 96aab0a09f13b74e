using System.Net;
using System.Text.RegularExpressions;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Intacct.Replies;

/// <summary>Intacct's own words without their markup, without the id for its support, and without the values that they repeat.</summary>
internal static partial class IntacctText
{
    public static string Clean(string text)
    {
        var plain = WebUtility.HtmlDecode(Tag().Replace(WebUtility.HtmlDecode(text), " "));
        return VendorText.Clean(Echo().Replace(Support().Replace(plain, ""), "$1***"));
    }

    [GeneratedRegex("<[^<>]{0,200}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\[Support ID:[^\]]*\]", RegexOptions.IgnoreCase)]
    private static partial Regex Support();

    [GeneratedRegex(@"(value\(s\) ).+?(?= already| is | does |$)", RegexOptions.IgnoreCase)]
    private static partial Regex Echo();
}

using System.Text.RegularExpressions;

namespace Isthmus.Connectors.Http;

/// <summary>
/// What a vendor wrote, made fit for logs and operators: quoted values, e-mail addresses, telephone numbers, keys and tokens are
/// masked, and the text is cut to one line of 300 characters.
/// </summary>
internal static partial class VendorText
{
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "The vendor gave no reason.";
        var clean = Key().Replace(Mail().Replace(text, "***"), "***");
        clean = Quoted().Replace(clean, match => Id().IsMatch(match.Groups[2].Value)
            ? match.Value : $"{match.Groups[1].Value}***{match.Groups[1].Value}");
        clean = Phone().Replace(clean, match => Id().IsMatch(match.Value) ? match.Value : "***");
        clean = Space().Replace(clean, " ").Trim();
        return clean.Length <= 300 ? clean : clean[..299] + "…";
    }

    [GeneratedRegex(@"[^\s'""<>]+@[^\s'""<>]+")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b((sk|rk|pk)_(test|live)_|whsec_|1000\.)\S+")]
    private static partial Regex Key();

    [GeneratedRegex(@"(['""])(.*?)\1")]
    private static partial Regex Quoted();

    /// <summary>Ids such as pi_123, cs_test_9, cf_order, and Zoho's long numbers may be shown.</summary>
    [GeneratedRegex(@"^([a-z]{1,12}_[A-Za-z0-9_]+|\d{15,19})$")]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<![\w.])\+?\d[\d ()/-]{6,}\d(?!\w)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

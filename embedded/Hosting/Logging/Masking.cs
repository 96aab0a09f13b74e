using System.Text.RegularExpressions;

namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>
/// The last net under what is written to a log: e-mail addresses, telephone numbers, card numbers, keys and tokens become asterisks.
/// Names and addresses have no shape that could be caught; they must not be logged in the first place.
/// </summary>
internal static partial class Masking
{
    private const string Mask = "***";

    public static string Apply(string text)
    {
        if (!MayHide(text)) return text;
        var clean = Mail().Replace(text, Mask);
        clean = Key().Replace(clean, Mask);
        clean = Credential().Replace(clean, match => match.Groups[1].Value + Mask);
        clean = Phone().Replace(clean, Mask);
        return Digits().Replace(clean, match => IsCard(match.Value) ? Mask : match.Value);
    }

    /// <summary>Most lines hold nothing that could be masked; one look tells.</summary>
    private static bool MayHide(string text) => text.AsSpan().IndexOfAny("@+_=.") >= 0 || text.AsSpan().IndexOfAnyInRange('0', '9') >= 0
        || text.Contains(' ');

    /// <summary>13 to 19 digits with a right check digit (ISO/IEC 7812), however they are grouped.</summary>
    private static bool IsCard(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse().ToList();
        if (digits.Count is < 13 or > 19 || digits[^1] is not (>= 2 and <= 6)) return false;
        return digits.Select((d, i) => i % 2 == 0 ? d : d > 4 ? (d * 2) - 9 : d * 2).Sum() % 10 == 0;
    }

    [GeneratedRegex(@"[^\s'""<>(),;:=\[\]]+@[^\s'""<>(),;:=\[\]]+")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(sk|rk|pk)_(test|live)_\w+|\bwhsec_\w+|\b1000\.\w+(\.\w+)+|\beyJ[\w-]{10,}(\.[\w-]+)*")]
    private static partial Regex Key();

    [GeneratedRegex(@"((?:Bearer|Basic|Zoho-oauthtoken)\s+|(?:client_secret|refresh_token|access_token|api[_-]?key|password|secret|code|x-functions-key)[""']?\s*[=:]\s*[""']?)[^\s""'&,;]+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Credential();

    [GeneratedRegex(@"(?<!\w)\+\d[\d ()/.-]{6,}\d")]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])")]
    private static partial Regex Digits();
}

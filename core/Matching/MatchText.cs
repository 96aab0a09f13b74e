using System.Globalization;
using System.Text;

namespace Isthmus.Core.Matching;

/// <summary>Makes values alike that mean the same: letter case, accents, punctuation, legal forms, ways to write a telephone number.</summary>
public static class MatchText
{
    private const int NationalDigits = 9;

    private static readonly HashSet<string> LegalForms = new(
        [
            "ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "corp", "corporation", "co", "company", "gmbh", "ag", "kg", "ug",
            "sa", "sarl", "sas", "srl", "spa", "bv", "nv", "oy", "ab", "as", "aps", "lda", "pty", "pte", "the", "and",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> FreeMail = new(
        [
            "gmail.com", "googlemail.com", "yahoo.com", "hotmail.com", "outlook.com", "live.com", "icloud.com", "aol.com", "gmx.de", "gmx.net",
            "web.de", "mail.com", "proton.me", "protonmail.com", "msn.com",
        ],
        StringComparer.Ordinal);

    /// <summary>Small letters without accents, and digits, with one space between words; of every script.</summary>
    public static string Words(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        var plain = new StringBuilder(value.Length);
        foreach (var letter in value.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter is '\'' or '’' or '.') continue;
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)) plain.Append(char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }

    /// <summary>A company's name without its legal form; with it where nothing else is left.</summary>
    public static string Company(string? name)
    {
        var words = Words(name);
        var telling = string.Join(' ', words.Split(' ').Where(word => !LegalForms.Contains(word)));
        return telling.Length > 0 ? telling : words;
    }

    /// <summary>The last nine digits of a telephone number, which do not depend on how its country is written; empty for fewer than six.</summary>
    public static string Phone(string? number)
    {
        var digits = string.Concat((number ?? "").Where(char.IsAsciiDigit));
        if (digits.Length < 6) return "";
        return digits.Length > NationalDigits ? digits[^NationalDigits..] : digits;
    }

    /// <summary>An e-mail address in small letters; empty where it is none.</summary>
    public static string Email(string? address) => (address ?? "").Trim() is var plain && plain.IndexOf('@') > 0 ? plain.ToLowerInvariant() : "";

    /// <summary>A company's own domain, of an e-mail address or a web address; empty where everybody may have an address there.</summary>
    public static string Domain(string? address)
    {
        var plain = (address ?? "").Trim().ToLowerInvariant();
        var host = plain.Contains('@', StringComparison.Ordinal) ? plain[(plain.LastIndexOf('@') + 1)..]
            : plain.Contains("://", StringComparison.Ordinal) ? plain[(plain.IndexOf("://", StringComparison.Ordinal) + 3)..] : plain;
        host = host.Split('/', ':')[0];
        if (host.StartsWith("www.", StringComparison.Ordinal)) host = host[4..];
        return host.Contains('.', StringComparison.Ordinal) && !FreeMail.Contains(host) ? host : "";
    }

    /// <summary>A code's letters and digits: postcodes with and without a space are one.</summary>
    public static string Code(string? value) => Words(value).Replace(" ", "", StringComparison.Ordinal);
}

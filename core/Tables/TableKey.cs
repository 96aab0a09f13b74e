using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Core.Tables;

/// <summary>Makes table keys: no <c>/ \ # ?</c>, no control characters, newest first where time orders them.</summary>
public static class TableKey
{
    /// <summary>The text itself where it may be a key; characters that may not are written as <c>%XX</c>.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(Forbidden)) return text;
        var safe = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Forbidden(c)) safe.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else safe.Append(c);
        }
        return safe.ToString();
    }

    /// <summary>Sorts newest first: the ticks that are left until the end of time, 19 digits.</summary>
    public static string NewestFirst(DateTimeOffset time) =>
        (DateTime.MaxValue.Ticks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>A personal value as a key: the SHA-256 of its trimmed lower-case text, 64 hexadecimal digits.</summary>
    public static string Personal(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Trim().ToLowerInvariant())));

    private static bool Forbidden(char c) => c is '/' or '\\' or '#' or '?' or '%' || char.IsControl(c);
}
